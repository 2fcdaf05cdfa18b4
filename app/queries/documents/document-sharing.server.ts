import { documentThing } from "~/domain/documents/description";
import { undecidedIn } from "~/queries/drafting/undecided.server";
import { query } from "~/queries/query.server";
import { documentFacts } from "~/store/documents.server";

/** Who may see a document, for those who may change it. */
export const documentSharing = query("document.share", async (db, { documentId }: { documentId: string }) => {
  const document = await documentFacts(db, documentId);
  if (!document) return null;
  const thing = documentThing(document);
  return { thing, document: { id: document.id, number: document.number, title: document.title }, visibility: thing.visibility };
});

/** What is asked before a text is sent to the agency heads. */
export const documentSubmission = query("document.submit", async (db, { documentId }: { documentId: string }) => {
  const document = await documentFacts(db, documentId);
  if (!document) return null;
  return { thing: documentThing(document), document: { id: document.id, number: document.number, title: document.title }, agencies: document.appliesTo.map(({ organization }) => organization.name), undecided: await undecidedIn(db, document.drafts[0]?.id) };
});
