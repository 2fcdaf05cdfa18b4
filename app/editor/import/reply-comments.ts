import type { ImportedComment } from "./word-notes";
import { wordAuthor } from "./word-tracked";

type Said = { author: string; at: string; body: string };
type KnownThread = { id: string; comments: readonly Said[] };

/** The comments of a reply that are new, and new answers in threads that went out with the text. */
export type NewComments = { fresh: ImportedComment[]; answers: { threadId: string; said: Said }[] };

/** Tells what somebody wrote in Word from what the file had when it went out. `isRemark` knows the remarks that only explain a suggestion. */
export function newComments(comments: readonly ImportedComment[], threads: readonly KnownThread[], isRemark: (author: string, at: string) => boolean): NewComments {
  const found: NewComments = { fresh: [], answers: [] };
  for (const comment of comments) {
    const known = threads.find(({ comments: [first] }) => first && sameRemark(first, comment));
    if (known) for (const said of comment.replies) {
      if (!known.comments.some((old) => sameRemark(old, said))) found.answers.push({ threadId: known.id, said });
    }
    else if (!isRemark(comment.author, comment.at)) found.fresh.push(comment);
  }
  return found;
}

/** The same second by the same author: a file of ours keeps no more of a moment. */
export function sameMoment(one: string, other: string): boolean {
  return one.slice(0, 19) === other.slice(0, 19);
}

function sameRemark(ours: Said, theirs: Said): boolean {
  const plain = (body: string) => body.replace(/\s+/g, " ").trim();
  return wordAuthor(ours.author).slice(5) === theirs.author && sameMoment(ours.at, theirs.at) && plain(theirs.body).endsWith(plain(ours.body));
}
