import type { PublicCommentRow } from "~/store/public-comments.server";

/** A comment as the public sees it: of a hidden one only that it is there, and why it is hidden. */
export function shownComment({ id: _id, hiddenAt, hiddenReason, answeredBy, ...comment }: PublicCommentRow, number: number) {
  const words = hiddenAt ? { ...comment, name: "", body: "", answer: "" } : comment;
  return { ...words, number, hidden: hiddenAt ? { reason: hiddenReason } : null, answeredBy: hiddenAt ? null : (answeredBy?.organization.name ?? null) };
}
