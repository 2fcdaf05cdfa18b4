import type { Database } from "./database.server";
import { votedInPublic } from "./recommendations.server";

/** What follows from a finding that is out, as anybody may know it: by which organization, and by which proposal the groups voted on in public. */
export async function publicSteps(db: Database, findingId: string) {
  const rows = await db.findingAction.findMany({
    where: { findingId },
    orderBy: { addedAt: "asc" },
    select: { id: true, weakness: true, step: true, due: true, doneAt: true, owner: { select: { organization: { select: { name: true } } } }, proposalId: true },
  });
  const proposals = await votedInPublic(db, rows.flatMap(({ proposalId }) => proposalId ?? []));
  return rows.map(({ owner, due, proposalId, ...row }) => ({ ...row, organization: owner.organization.name, due: due.toISOString().slice(0, 10), proposal: proposals.find(({ id }) => id === proposalId) ?? null }));
}
