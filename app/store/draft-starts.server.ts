import type { Database } from "./database.server";

/** A text as it is stored. */
type Stored = { type: string; [part: string]: unknown };

/** The text that a draft began with: its template, the imported file, or the edition that it changes. */
export async function textBegunWith(db: Database, draftId: string): Promise<Stored> {
  const { start } = await db.draft.findUniqueOrThrow({ where: { id: draftId }, select: { start: true } });
  return start as Stored;
}
