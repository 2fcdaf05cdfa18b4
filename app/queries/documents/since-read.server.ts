import { can } from "~/domain/access/may";
import { documentThing } from "~/domain/documents/description";
import { redline } from "~/editor/redline";
import type { DocumentNode } from "~/editor/schema/document-node";
import { query } from "~/queries/query.server";
import { databaseTime } from "~/store/database.server";
import { documentOnPage, frozenTextContent } from "~/store/documents.server";
import { editionReading } from "~/store/readings.server";

/** What changed between the edition that the reader last read and the latest; null in `since` when none was read yet. */
export const editionSinceRead = query("document.read", async (db, documentId: string, actor) => {
  const document = await documentOnPage(db, documentId);
  if (!document || actor.kind !== "person") return null;
  const thing = documentThing(document);
  const latest = document.editions[0] ?? null;
  const reading = await editionReading(db, actor.personId, documentId);
  const read = document.editions.find(({ number }) => number === reading?.edition);
  const changed = latest && read && read.number < latest.number && can(actor, "document.read", thing);
  const clauses = changed ? redline((await frozenTextContent(db, read.frozenTextId)) as DocumentNode, (await frozenTextContent(db, latest.frozenTextId)) as DocumentNode).changes.length : 0;
  return { thing, documentId, timeZone: document.program.timeZone, now: await databaseTime(db), latest: latest?.number ?? null, since: reading && { ...reading, clauses } };
});
