import type { Database } from "~/store/database.server";
import { publicCommentById } from "~/store/public-comments.server";
import { loadCommentRound } from "./load-comment-round.server";

/** A comment with its round, which is held: no closing passes an answer. */
export async function loadPublicComment(db: Database, { commentId }: { commentId: string }) {
  const found = await publicCommentById(db, commentId);
  const loaded = found && (await loadCommentRound(db, found));
  const comment = loaded && (await publicCommentById(db, commentId));
  return loaded && comment ? { ...loaded, comment } : null;
}
