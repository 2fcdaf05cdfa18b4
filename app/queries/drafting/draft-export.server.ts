import { can } from "~/domain/access/may";
import { hashOf } from "~/editor/canonical.server";
import { workingText } from "~/editor/working-text";
import { query } from "~/queries/query.server";
import { databaseTime } from "~/store/database.server";
import { draftPlace, draftRows } from "~/store/drafting.server";

/** A working text to take along as its readers see it: without suggestions and comments. */
export const draftExport = query("draft.read", async (db, { draftId }: { draftId: string }, actor) => {
  const draft = await draftPlace(db, draftId);
  if (!draft) return null;
  const { thing, proposal, document } = draft;
  // The text is read after the right to it is known.
  const rows = can(actor, "draft.read", thing) ? await draftRows(db, draftId) : null;
  const text = rows && workingText(rows);
  return {
    thing,
    document: { number: document.number, title: document.title, program: document.program },
    proposal: proposal && { number: proposal.number, title: proposal.title },
    version: text?.version ?? 0,
    content: text?.content ?? { type: "doc" },
    hash: text ? hashOf(text.content) : "",
    now: await databaseTime(db),
  };
});
