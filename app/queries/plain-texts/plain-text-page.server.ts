import { documentThing } from "~/domain/documents/description";
import type { PlainLanguage } from "~/domain/plain-texts/languages";
import { plainWords } from "~/domain/plain-texts/plain-text";
import { clauseHashes } from "~/editor/clause-hashes.server";
import { clausesOf } from "~/editor/numbering";
import type { DocumentNode } from "~/editor/schema/document-node";
import { workingText } from "~/editor/working-text";
import { query } from "~/queries/query.server";
import { documentFacts, frozenTextContent } from "~/store/documents.server";
import { draftRows } from "~/store/drafting.server";
import { plainTextsOf } from "~/store/plain-texts.server";

/** Each clause of a document's newest text beside what is written about it in one language. */
export const plainTextPage = query("plain-text.write", async (db, { documentId, language }: { documentId: string; language: PlainLanguage }) => {
  const document = await documentFacts(db, documentId);
  if (!document) return null;
  const edition = document.editions[0] ?? null;
  const rows = edition ? null : await draftRows(db, document.drafts[0]?.id ?? "");
  const content = edition ? ((await frozenTextContent(db, edition.frozenTextId)) as DocumentNode) : rows && workingText(rows).content;
  const hashes = content ? clauseHashes(content) : new Map<string, string>();
  const written = await plainTextsOf(db, documentId);
  const plain = plainWords(written, language, hashes);
  return {
    thing: documentThing(document),
    document: { id: document.id, number: document.number, title: document.title },
    edition: edition?.number ?? null,
    language,
    clauses: (content ? clausesOf(content) : []).map(({ id, number, title, ownContent, text }) => ({ id, number, title, ownContent, speaks: text.trim() !== "", hash: hashes.get(id) ?? "", plain: plain[id] ?? null })),
  };
});
