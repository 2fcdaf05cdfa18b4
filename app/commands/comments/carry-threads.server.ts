import { randomUUID } from "node:crypto";
import { soughtIn, withAnchors } from "~/editor/comments/carry-anchors";
import { workingDoc } from "~/editor/working-text";
import type { DocumentNode } from "~/editor/schema/document-node";
import type { Database } from "~/store/database.server";
import { draftRows } from "~/store/drafting.server";
import { insertCarried, openThreadsBehind, threadsIn } from "~/store/threads.server";

/**
 * What is carried over to a text that begins from an edition, and the text with the anchors on it. What finds no place in it
 * is carried too and waits for one. `known` are threads that the text has already. Save the threads once the text exists.
 */
export async function threadsToCarry(db: Database, editionId: string, content: DocumentNode, draftId: string | null) {
  const here = draftId ? new Set((await threadsIn(db, [draftId])).map(({ rootId }) => rootId)) : new Set<string>();
  const open = (await openThreadsBehind(db, editionId)).filter((thread) => thread.draftId !== draftId && !here.has(thread.rootId)).map((thread) => ({ ...thread, carriedId: randomUUID() }));
  let anchored = content;
  for (const source of new Set(open.map((thread) => thread.draftId))) {
    const rows = await draftRows(db, source);
    const threads = open.filter((thread) => thread.draftId === source);
    const sought = soughtIn(rows ? [workingDoc(rows).doc] : [], threads);
    anchored = withAnchors(anchored, sought.map((one, at) => ({ ...one, thread: threads[at]?.carriedId ?? one.thread }))).content;
  }
  const save = async (onto: { draftId: string; atVersion: number; at: Date }) =>
    insertCarried(
      db,
      open.map(({ id, carriedId, programId, clauseId, quote, startedById, assignedToId }) => ({
        id: carriedId, programId, draftId: onto.draftId, clauseId, quote, atVersion: onto.atVersion, carriedFromId: id, startedById, startedAt: onto.at, assignedToId,
      })),
    );
  return { content: anchored, carried: open.length, save };
}
