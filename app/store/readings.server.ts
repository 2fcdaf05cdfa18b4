import type { Database } from "./database.server";

export type Reading = { version: number; at: Date };

/** Up to where a person has read a working text; null when never. */
export async function draftReading(db: Database, personId: string, draftId: string): Promise<Reading | null> {
  return db.draftReading.findUnique({ where: { personId_draftId: { personId, draftId } }, select: { version: true, at: true } });
}

/** A reading never goes back: who has read version 9 has read version 7. */
export async function saveDraftReading(db: Database, { personId, draftId, version, at }: { personId: string; draftId: string } & Reading): Promise<void> {
  await db.$executeRaw`
    insert into "DraftReading" ("personId", "draftId", "version", "at") values (${personId}, ${draftId}, ${version}, ${at})
    on conflict ("personId", "draftId") do update set "version" = excluded."version", "at" = excluded."at" where "DraftReading"."version" <= excluded."version"`;
}

export async function editionReading(db: Database, personId: string, documentId: string): Promise<{ edition: number; at: Date } | null> {
  return db.editionReading.findUnique({ where: { personId_documentId: { personId, documentId } }, select: { edition: true, at: true } });
}

export async function saveEditionReading(db: Database, { personId, documentId, edition, at }: { personId: string; documentId: string; edition: number; at: Date }): Promise<void> {
  await db.$executeRaw`
    insert into "EditionReading" ("personId", "documentId", "edition", "at") values (${personId}, ${documentId}, ${edition}, ${at})
    on conflict ("personId", "documentId") do update set "edition" = excluded."edition", "at" = excluded."at" where "EditionReading"."edition" <= excluded."edition"`;
}
