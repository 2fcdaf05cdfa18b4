/** What a notice is about, for its reader: they are called by name, a vote, a decision of theirs, or news. */
export const noticeKinds = ["mention", "vote", "decision", "news"] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** The kind by the act that caused a notice, for who does not name one. */
export function kindOfCause(cause: string): NoticeKind {
  if (cause.startsWith("round.") || cause.startsWith("ballot.")) return "vote";
  if (cause.startsWith("decision.asked:") || cause.startsWith("submission:")) return "decision";
  return cause.startsWith("comment.assign:") ? "mention" : "news";
}

/** A stored kind; what this build does not know is news. */
export function readNoticeKind(word: string): NoticeKind {
  return noticeKinds.find((known) => known === word) ?? "news";
}

/** What a mail says of a notice when it may carry titles only. */
export const kindInWords: Record<NoticeKind, string> = {
  mention: "Somebody asks for you here.",
  vote: "There is news about a vote here.",
  decision: "A decision waits for you here.",
  news: "Something has changed here.",
};
