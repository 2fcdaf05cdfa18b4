import type { Database } from "./database.server";

/** Everything written in plain words about the clauses of a document. */
export async function plainTextsOf(db: Database, documentId: string) {
  return db.plainText.findMany({
    where: { documentId },
    select: { clauseId: true, language: true, body: true, clauseHash: true, writtenAt: true, writtenBy: { select: { name: true } } },
  });
}

export type NewPlainText = { documentId: string; clauseId: string; language: string; body: string; clauseHash: string; writtenById: string; writtenAt: Date };

/** What was written before about the clause in this language goes; the record keeps it. */
export async function savePlainText(db: Database, { documentId, clauseId, language, ...text }: NewPlainText): Promise<void> {
  await db.plainText.upsert({
    where: { documentId_clauseId_language: { documentId, clauseId, language } },
    create: { documentId, clauseId, language, ...text },
    update: text,
  });
}
