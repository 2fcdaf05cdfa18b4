import { can } from "~/domain/access/may";
import { documentThing } from "~/domain/documents/description";
import type { DocumentNode } from "~/editor/schema/document-node";
import { query } from "~/queries/query.server";
import { documentOnPage, frozenTextContent } from "~/store/documents.server";
import { carriedTextOf, decisionRecord } from "~/store/library.server";
import { adoptedTexts, ownTextShown } from "./own-text.server";

/** One edition of a document to take along, for those who may read the document; with an agency, the text that it adopted with changes. */
export const editionExport = query("document.read", async (db, { documentId, edition, agencyId = null }: { documentId: string; edition: number; agencyId?: string | null }, actor) => {
  const document = await documentOnPage(db, documentId);
  const chosen = document?.editions.find(({ number }) => number === edition);
  if (!document || !chosen) return null;
  const adoption = agencyId === null ? null : adoptedTexts(document.adoptions).findLast(({ editionId, organizationId, ownTextId }) => editionId === chosen.id && organizationId === agencyId && ownTextId !== null);
  if (adoption === undefined) return null;
  const thing = documentThing(document);
  // The text is read after the right to it is known.
  const readable = can(actor, "document.read", thing);
  const [content, record] = readable ? await Promise.all([frozenTextContent(db, chosen.frozenTextId), carriedTextOf(db, chosen).then((frozenTextId) => decisionRecord(db, frozenTextId))]) : [null, null];
  const own = content ? await ownTextShown(db, adoption, content as DocumentNode) : null;
  const decisions = record?.decisions ?? [];
  return {
    thing,
    document: { number: document.number, title: document.title, program: document.program },
    edition: { number: chosen.number, hash: chosen.hash, createdAt: chosen.createdAt },
    decisions: adoption ? decisions.filter(({ organization }) => organization.name === adoption.agency) : decisions,
    own: own && adoption ? { agency: adoption.agency, hash: own.hash } : null,
    content: own ? own.content : (content as DocumentNode),
  };
});
