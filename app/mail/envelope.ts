import type { SendMailOptions } from "nodemailer";
import type { ComposedMail, MailFacts } from "~/ui/mail/compose-mail";
import { oneLine } from "~/ui/mail/one-line";

/** The headers around a mail: a Message-ID that stays the same however often it is sent, the thread it belongs to, and the way to end all mail with one click (RFC 8058). */
export function envelopeOf({ id, to }: MailFacts, { subject, text, html, thread }: ComposedMail, { mailFrom, origin, stop }: { mailFrom: string; origin: string; stop: string }): SendMailOptions {
  const domain = /@([^\s<>@]+?)>?$/.exec(mailFrom)?.[1] ?? new URL(origin).hostname;
  const root = thread && `<${thread.replace(":", "-")}@${domain}>`;
  return {
    from: mailFrom,
    to: { name: oneLine(to.name), address: oneLine(to.address) },
    subject,
    text,
    html,
    messageId: `<${id}@${domain}>`,
    ...(root ? { inReplyTo: root, references: [root] } : {}),
    headers: {
      "List-Unsubscribe": `<${origin}${stop}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      "Auto-Submitted": "auto-generated",
    },
  };
}
