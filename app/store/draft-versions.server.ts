import type { Database } from "./database.server";

export type KeptVersion = { id: string; version: number; name: string | null; note: string | null; contributors: string[]; createdById: string | null; createdAt: Date };

export async function versionsOf(db: Database, draftId: string): Promise<KeptVersion[]> {
  const rows = await db.draftVersion.findMany({ where: { draftId }, orderBy: [{ version: "desc" }, { createdAt: "desc" }], take: 500 });
  return rows.map((row) => ({ ...row, contributors: Array.isArray(row.contributors) ? row.contributors.map(String) : [] }));
}

export async function keptVersion(db: Database, versionId: string) {
  return db.draftVersion.findUnique({ where: { id: versionId } });
}

export async function keepVersion(
  db: Database,
  { draftId, version, name, note, createdById, at }: { draftId: string; version: number; name: string | null; note: string | null; createdById: string | null; at?: Date },
): Promise<{ id: string }> {
  const before = await db.draftVersion.findFirst({ where: { draftId, version: { lt: version } }, orderBy: { version: "desc" }, select: { version: true } });
  const authors = await db.draftStep.findMany({ where: { draftId, version: { gt: before?.version ?? 0, lte: version } }, distinct: ["authorId"], select: { authorId: true } });
  const people = await db.person.findMany({ where: { id: { in: authors.map(({ authorId }) => authorId) } }, orderBy: { name: "asc" }, select: { name: true } });
  const contributors = people.map(({ name: who }) => who);
  return db.draftVersion.create({ data: { draftId, version, name, note, createdById, contributors, ...(at ? { createdAt: at } : {}) }, select: { id: true } });
}

/** Where the unkept steps begin, and when the first and last of them were written. */
export async function unkeptSpell(db: Database, draftId: string): Promise<{ version: number; endedAt: Date } | null> {
  const kept = await db.draftVersion.findFirst({ where: { draftId }, orderBy: { version: "desc" }, select: { version: true } });
  const last = await db.draftStep.findFirst({ where: { draftId, version: { gt: kept?.version ?? 0 } }, orderBy: { version: "desc" }, select: { version: true, at: true } });
  return last ? { version: last.version, endedAt: last.at } : null;
}
