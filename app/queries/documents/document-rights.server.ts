import { readCopyright } from "~/domain/documents/copyright";
import { documentThing } from "~/domain/documents/description";
import { query } from "~/queries/query.server";
import { documentFacts } from "~/store/documents.server";

/** What is asked before a vendor's text may be published. */
export const documentRights = query("rights.confirm", async (db, { documentId }: { documentId: string }) => {
  const document = await documentFacts(db, documentId);
  if (!document) return null;
  const { id, number, title, source } = document;
  return { thing: documentThing(document), document: { id, number, title, source, copyright: readCopyright(document.copyright) } };
});
