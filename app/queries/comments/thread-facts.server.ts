import { clausesOf } from "~/editor/numbering";
import { workingText } from "~/editor/working-text";
import { query } from "~/queries/query.server";
import { draftPlace, draftRows } from "~/store/drafting.server";
import { threadSeen } from "~/store/threads.server";

/** One thread, for the form that answers it or gives it a new place. */
export const threadFacts = query("draft.read", async (db, { threadId }: { threadId: string }) => {
  const thread = await threadSeen(db, threadId);
  const draft = thread && (await draftPlace(db, thread.draftId));
  const rows = draft && (await draftRows(db, draft.id));
  if (!draft || !rows) return null;
  const { document, proposal } = draft;
  return {
    thing: draft.thing,
    thread: { id: thread.id, draftId: draft.id, quote: thread.quote },
    title: proposal ? `Proposal ${proposal.number}: ${proposal.title}` : `${document.number} ${document.title}`,
    clauses: clausesOf(workingText(rows).content).map(({ id, number, title }) => ({ id, label: title ? `${number} ${title}` : number })),
  };
});
