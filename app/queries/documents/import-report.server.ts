import { can } from "~/domain/access/may";
import { documentThing } from "~/domain/documents/description";
import type { ImportReport } from "~/editor/import/import-report";
import { query } from "~/queries/query.server";
import { documentOnPage } from "~/store/documents.server";

type StoredImport = { source: string; fileName: string; report: ImportReport };

/** What was understood of an imported file; missing for a document that was not imported. */
export const importReport = query("document.read", async (db, { documentId }: { documentId: string }, actor) => {
  const document = await documentOnPage(db, documentId);
  if (!document || document.importReport === null) return null;
  const thing = documentThing(document);
  return {
    thing,
    document: { id: document.id, number: document.number, title: document.title },
    stored: document.importReport as unknown as StoredImport,
    mayWrite: document.editions.length === 0 && can(actor, "draft.write", thing),
  };
});
