import { can } from "~/domain/access/may";
import { documentThing } from "~/domain/documents/description";
import type { DocumentNode } from "~/editor/schema/document-node";
import { query } from "~/queries/query.server";
import { documentOnPage, frozenTextContent } from "~/store/documents.server";
import { carriedTextOf, decisionRecord } from "~/store/library.server";

/** One edition of a document to take along, for those who may read the document. */
export const editionExport = query("document.read", async (db, { documentId, edition }: { documentId: string; edition: number }, actor) => {
  const document = await documentOnPage(db, documentId);
  const chosen = document?.editions.find(({ number }) => number === edition);
  if (!document || !chosen) return null;
  const thing = documentThing(document);
  // The text is read after the right to it is known.
  const readable = can(actor, "document.read", thing);
  const [content, record] = readable ? await Promise.all([frozenTextContent(db, chosen.frozenTextId), carriedTextOf(db, chosen).then((frozenTextId) => decisionRecord(db, frozenTextId))]) : [null, null];
  return {
    thing,
    document: { number: document.number, title: document.title, program: document.program },
    edition: { number: chosen.number, hash: chosen.hash, createdAt: chosen.createdAt },
    decisions: record?.decisions ?? [],
    content: content as DocumentNode,
  };
});
