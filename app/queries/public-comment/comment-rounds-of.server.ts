import { commentPhaseOf } from "~/domain/public-comment/phases";
import type { Database } from "~/store/database.server";
import { roundsOfSubject } from "~/store/comment-rounds.server";

/** The rounds of public comment on one text, for the page about it. */
export async function commentRoundsOf(db: Database, subjectId: string, now: Date) {
  return (await roundsOfSubject(db, subjectId)).map((round) => ({ ...round, phase: commentPhaseOf({ ...round, now }) }));
}
