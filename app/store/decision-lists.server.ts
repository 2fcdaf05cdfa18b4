import { openStates, readDecisionState } from "~/domain/decisions/stages";
import type { Database } from "./database.server";

const line = {
  id: true,
  outcome: true,
  reasons: true,
  askedAt: true,
  dueAt: true,
  decidedAt: true,
  effectiveFrom: true,
  organization: { select: { id: true, name: true } },
  decidedBy: { select: { name: true } },
  document: { select: { id: true, number: true, title: true } },
  proposal: { select: { id: true, number: true, title: true } },
  adoptions: { orderBy: { effectiveFrom: "desc" }, take: 1, select: { edition: { select: { number: true } } } },
} as const;

export type DecisionLine = Awaited<ReturnType<typeof decisionsOfProposal>>[number];

/** What each agency was asked about a proposal, and answered. */
export async function decisionsOfProposal(db: Database, proposalId: string) {
  const rows = await db.decision.findMany({ where: { proposalId }, orderBy: [{ askedAt: "desc" }, { organization: { name: "asc" } }], select: line });
  return rows.map(asLine);
}

/** The same for a whole document, with the proposal that each is about; null for a first edition. */
export async function decisionsOfDocument(db: Database, documentId: string, most = 300) {
  const rows = await db.decision.findMany({ where: { documentId }, orderBy: [{ askedAt: "desc" }, { organization: { name: "asc" } }], take: most, select: line });
  return rows.map(asLine);
}

type Reader = { programId: string; organizationId: string };

/** The decisions a person may see: open ones by due date, answered ones newest first. A document of one organization is there for it and for the agency that decides. */
export async function decisionsSeen(db: Database, { programId, organizationId }: Reader, which: "open" | "answered", most: number) {
  const seen = { programId, OR: [{ organizationId }, { document: { OR: [{ visibility: { not: "organization" } }, { organizationId }] } }] };
  const open = { in: openStates };
  const rows = await db.decision.findMany({
    where: { ...seen, outcome: which === "open" ? open : { notIn: open.in } },
    orderBy: which === "open" ? { dueAt: "asc" } : { decidedAt: "desc" },
    take: most,
    select: line,
  });
  return rows.map(asLine);
}

function asLine<Row extends { outcome: string; effectiveFrom: Date | null; adoptions: readonly { edition: { number: number } }[] }>({ adoptions, ...row }: Row) {
  return { ...row, outcome: readDecisionState(row.outcome), effectiveFrom: row.effectiveFrom?.toISOString().slice(0, 10) ?? null, edition: adoptions[0]?.edition.number ?? null };
}
