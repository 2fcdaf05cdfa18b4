import type { Database } from "~/store/database.server";
import { lockCommentRound } from "~/store/comment-rounds.server";

/** A round under a lock, for every change of it. */
export async function loadCommentRound(db: Database, { roundId }: { roundId: string }) {
  const round = await lockCommentRound(db, roundId);
  return round && { thing: round.thing, round };
}

/** What the chain says of a change of a round. */
export function recordOfRound({ id, proposalId, subjectId }: { id: string; proposalId: string | null; subjectId: string }, detail: object) {
  return { subject: proposalId ? "proposal" : "document", subjectId, detail: { roundId: id, ...detail } };
}
