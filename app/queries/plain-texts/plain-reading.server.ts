import type { PlainLanguage } from "~/domain/plain-texts/languages";
import { languagesWritten, plainWords } from "~/domain/plain-texts/plain-text";
import { clauseHashes } from "~/editor/clause-hashes.server";
import type { DocumentNode } from "~/editor/schema/document-node";
import type { Database } from "~/store/database.server";
import { plainTextsOf } from "~/store/plain-texts.server";

/** The plain words beneath a text in the language that was asked for, and the languages there are. */
export async function plainReading(db: Database, { documentId, content, language }: { documentId: string; content: DocumentNode; language: PlainLanguage | null }) {
  const written = await plainTextsOf(db, documentId);
  const hashes = clauseHashes(content);
  return { chosen: language, languages: languagesWritten(written, hashes), texts: language && { language, clauses: plainWords(written, language, hashes) } };
}
