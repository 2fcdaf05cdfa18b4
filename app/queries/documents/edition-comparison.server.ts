import { can } from "~/domain/access/may";
import { documentThing } from "~/domain/documents/description";
import { redline } from "~/editor/redline";
import type { DocumentNode } from "~/editor/schema/document-node";
import { query } from "~/queries/query.server";
import type { Database } from "~/store/database.server";
import { documentOnPage, frozenTextContent } from "~/store/documents.server";

/** What differs between two editions of a document; without numbers, between the last two. */
export const editionComparison = query("document.read", async (db, { documentId, from, to }: { documentId: string; from: number | null; to: number | null }, actor) => {
  const document = await documentOnPage(db, documentId);
  if (!document) return null;
  const thing = documentThing(document);
  const { editions } = document;
  const later = to === null ? editions[0] : editions.find(({ number }) => number === to);
  const earlier = from === null ? editions.find(({ number }) => number === (later?.number ?? 0) - 1) : editions.find(({ number }) => number === from);
  const readable = can(actor, "document.read", thing);
  const changes = readable && earlier && later ? redline(await textOf(db, earlier.frozenTextId), await textOf(db, later.frozenTextId)) : null;
  return {
    thing,
    document: { id: document.id, number: document.number, title: document.title },
    editions: editions.map(({ number }) => number),
    from: earlier?.number ?? null,
    to: later?.number ?? null,
    changes,
  };
});

async function textOf(db: Database, frozenTextId: string): Promise<DocumentNode> {
  return (await frozenTextContent(db, frozenTextId)) as DocumentNode;
}
