import type { Database } from "./database.server";

type FromWord = { id: string; clauseId: string | null; quote: string; resolved: boolean; bodies: readonly string[] };

/** Keeps the comments of a Word file as threads of a text, in the name of who brought the file in. Answers come a moment after what they answer. */
export async function insertWordThreads(db: Database, { programId, draftId, personId, atVersion, at, threads }: { programId: string; draftId: string; personId: string; atVersion: number; at: Date; threads: readonly FromWord[] }): Promise<void> {
  await db.thread.createMany({
    data: threads.map(({ id, clauseId, quote, resolved }) => ({ id, programId, draftId, clauseId, quote, atVersion, startedById: personId, startedAt: at, ...(resolved ? { resolvedById: personId, resolvedAt: at } : {}) })),
  });
  await db.comment.createMany({
    data: threads.flatMap(({ id, bodies }) => bodies.map((body, place) => ({ programId, threadId: id, authorId: personId, body, at: new Date(at.getTime() + place) }))),
  });
}
