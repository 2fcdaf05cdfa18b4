import type { Database } from "./database.server";

/** An edition with its text. */
export async function editionText(db: Database, id: string): Promise<{ id: string; number: number; content: unknown } | null> {
  const edition = await db.edition.findUnique({ where: { id }, select: { id: true, number: true, frozenText: { select: { content: true } } } });
  return edition && { id: edition.id, number: edition.number, content: edition.frozenText.content };
}
