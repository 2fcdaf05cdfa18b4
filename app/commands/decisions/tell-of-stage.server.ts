import { isSettled } from "~/domain/decisions/approval";
import type { Database } from "~/store/database.server";
import type { DecisionRow } from "~/store/decisions.server";
import { headsOf } from "~/store/documents.server";
import { tell } from "~/store/notices.server";

/** The head hears when the last stage before the decision is settled. `settled` is the one that just was. */
export async function tellHeadsWhenDone(db: Database, decision: DecisionRow, settled: string): Promise<void> {
  if (!decision.stages.every(({ id, state }) => id === settled || isSettled(state))) return;
  const heads = await headsOf(db, [decision.organizationId]);
  const { document, programId, id } = decision;
  await tell(db, { programId, personIds: heads.map((head) => head.id), body: `Every stage of ${document.number}, ${document.title}, is settled. It waits for your decision alone.`, path: `/decisions/${id}`, cause: `stages.done:${id}:${settled}` });
}
