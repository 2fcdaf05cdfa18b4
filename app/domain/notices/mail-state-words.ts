import type { MailState } from "./outgoing";

/** Where a mail is, as a person would say it. */
export const mailStateWords: Record<MailState, string> = {
  waiting: "Waiting to be sent",
  sending: "Being sent",
  sent: "Sent",
  kept: "Kept here: no mail server is set",
  left: "Not sent: it was no longer needed, wanted or allowed",
  failed: "Not delivered",
};
