import { readCopyright } from "~/domain/documents/copyright";
import { documentThing } from "~/domain/documents/description";
import { query } from "~/queries/query.server";
import { type Database } from "~/store/database.server";
import { documentFacts } from "~/store/documents.server";

/** What is asked before a newer text takes the place of a draft; missing once there is an edition. */
export const newerDraftText = query("draft.write", async (db, documentId: string) => placeFor(db, documentId, false));

/** What is asked before a newer text becomes a proposal; missing while there is no edition. */
export const newerEditionText = query("proposal.open", async (db, documentId: string) => placeFor(db, documentId, true));

async function placeFor(db: Database, documentId: string, hasEdition: boolean) {
  const document = await documentFacts(db, documentId);
  if (!document || document.editions.length > 0 !== hasEdition) return null;
  const { id, number, title, source, copyright } = document;
  return { thing: documentThing(document), document: { id, number, title, source, copyright: readCopyright(copyright) }, edition: document.editions[0]?.number ?? null };
}
