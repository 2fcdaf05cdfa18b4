import type { Database } from "./database.server";
import { setFrozen } from "./drafting.server";

/** Opens the text of a proposal again until a day; its second vote is not held. */
export async function beginRevision(db: Database, proposal: { id: string; draftId: string }, until: Date): Promise<void> {
  await db.proposal.update({ where: { id: proposal.id }, data: { reviseUntil: until } });
  await setFrozen(db, proposal.draftId, false);
}
