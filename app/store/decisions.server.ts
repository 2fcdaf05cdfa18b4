import { visibilities, type Actor, type Thing } from "~/domain/access/may";
import { readDecisionState } from "~/domain/decisions/stages";
import type { Tally } from "~/domain/voting/tally";
import type { Database } from "./database.server";
import { headsOf } from "./documents.server";
import { tell } from "./notices.server";
import { readRoundState } from "./voting.server";

export type Question = { programId: string; documentId: string; frozenTextId: string; proposalId: string; roundId: string; askedAt: Date; dueAt: Date; body: string };

/** Asks the head of each agency that the document applies to; one decision an agency and text, whoever asks twice. */
export async function askHeads(db: Database, { body, ...asked }: Question): Promise<void> {
  const agencies = await db.documentAgency.findMany({ where: { documentId: asked.documentId }, select: { organizationId: true } });
  await db.decision.createMany({ data: agencies.map(({ organizationId }) => ({ ...asked, organizationId })), skipDuplicates: true });
  const decisions = await db.decision.findMany({ where: { frozenTextId: asked.frozenTextId }, select: { id: true, organizationId: true } });
  const heads = await headsOf(db, decisions.map(({ organizationId }) => organizationId));
  for (const { id, organizationId } of decisions) {
    const personIds = heads.filter((head) => head.organizationId === organizationId).map((head) => head.id);
    await tell(db, { programId: asked.programId, personIds, body, path: `/decisions/${id}`, cause: `decision.asked:${id}` });
  }
}

type Whose = { programId: string; organizationId: string; document: { organizationId: string; visibility: string } };

/** Who may read a decision: those who see its document, and always the agency that decides. */
export function thingOfDecision({ programId, organizationId, document }: Whose, actor: Actor): Thing {
  const visibility = visibilities.find((known) => known === document.visibility) ?? "organization";
  const isDecider = actor.kind === "person" && actor.organizationId === organizationId;
  return { programId, organizationId: isDecider ? organizationId : document.organizationId, visibility: visibility === "public" ? "program" : visibility };
}

const whole = {
  organization: { select: { id: true, name: true, shortName: true } },
  decidedBy: { select: { id: true, name: true } },
  frozenText: { select: { content: true, hash: true, edition: { select: { id: true, number: true } } } },
  document: { select: { id: true, number: true, title: true, kind: true, organizationId: true, visibility: true, copyright: true, rightsConfirmedAt: true, createdById: true, program: { select: { timeZone: true } } } },
  proposal: { select: { id: true, number: true, title: true, why: true, affected: true, authorId: true, baseEdition: { select: { id: true, number: true, frozenTextId: true } } } },
  round: { select: { id: true, number: true, state: true, result: true, closedAt: true, frozenText: { select: { hash: true } }, charter: { select: { rules: true, version: true } } } },
} as const;

export type DecisionRow = NonNullable<Awaited<ReturnType<typeof decisionById>>>;

export async function decisionById(db: Database, decisionId: string) {
  const decision = await db.decision.findUnique({ where: { id: decisionId }, include: whole });
  if (!decision) return null;
  const { round, outcome, ...rest } = decision;
  return {
    ...rest,
    outcome: readDecisionState(outcome),
    timeZone: rest.document.program.timeZone,
    round: round && { ...round, state: readRoundState(round.state), result: round.result as Tally | null },
  };
}

/** A decision under a lock, and its document: edition numbers and first days in force are given one at a time. */
export async function lockDecision(db: Database, decisionId: string): Promise<DecisionRow | null> {
  const locked = await db.$queryRaw<{ documentId: string }[]>`select "documentId" from "Decision" where id = ${decisionId} for update`;
  if (!locked[0]) return null;
  await db.$queryRaw`select id from "Document" where id = ${locked[0].documentId} for update`;
  return decisionById(db, decisionId);
}

export async function latestEditionNumber(db: Database, documentId: string): Promise<number | null> {
  const latest = await db.edition.findFirst({ where: { documentId }, orderBy: { number: "desc" }, select: { number: true } });
  return latest?.number ?? null;
}

/** What an agency adopted last of a document, by its first day in force. */
export async function previousAdoption(db: Database, documentId: string, organizationId: string): Promise<{ edition: number; effectiveFrom: string } | null> {
  const adoption = await db.adoption.findFirst({ where: { documentId, organizationId }, orderBy: { effectiveFrom: "desc" }, include: { edition: { select: { number: true } } } });
  return adoption && { edition: adoption.edition.number, effectiveFrom: adoption.effectiveFrom.toISOString().slice(0, 10) };
}

export type SavedAnswer = { state: string; reasons: string; effectiveFrom: string | null; deferredUntil: string | null; dueAt: Date; decidedById: string; decidedAt: Date; signedHash: string; signedFrom: string };

/** Writes the answer while the decision is still open. False when someone was first. */
export async function saveAnswer(db: Database, decisionId: string, { state, effectiveFrom, deferredUntil, ...answer }: SavedAnswer): Promise<boolean> {
  const { count } = await db.decision.updateMany({
    where: { id: decisionId, outcome: { in: ["pending", "deferred"] } },
    data: { ...answer, outcome: state, effectiveFrom: asDate(effectiveFrom), deferredUntil: asDate(deferredUntil) },
  });
  return count === 1;
}

/** The edition of a frozen text: made once, by the first agency that adopts it. The document must be locked. */
export async function editionOf(db: Database, { documentId, frozenTextId, hash, proposalId, at }: { documentId: string; frozenTextId: string; hash: string; proposalId: string | null; at: Date }): Promise<{ id: string; number: number }> {
  const made = await db.edition.findUnique({ where: { frozenTextId }, select: { id: true, number: true } });
  if (made) return made;
  const number = ((await latestEditionNumber(db, documentId)) ?? 0) + 1;
  return db.edition.create({ data: { documentId, number, frozenTextId, hash, proposalId, createdAt: at }, select: { id: true, number: true } });
}

/** False when the agency already has an edition that starts on that day. */
export async function createAdoption(db: Database, adoption: { documentId: string; editionId: string; organizationId: string; decisionId: string; effectiveFrom: string }): Promise<boolean> {
  const row = { ...adoption, effectiveFrom: new Date(`${adoption.effectiveFrom}T00:00:00Z`) };
  const { count } = await db.adoption.createMany({ data: [row], skipDuplicates: true });
  return count === 1;
}

/** Whether every agency that was asked about a text declined it. */
export async function allDeclined(db: Database, frozenTextId: string): Promise<boolean> {
  return (await db.decision.count({ where: { frozenTextId, outcome: { not: "declined" } } })) === 0;
}

/** The rules of the charter now, as stored. */
export async function latestRules(db: Database, programId: string): Promise<unknown> {
  const charter = await db.charter.findFirst({ where: { programId }, orderBy: { version: "desc" }, select: { rules: true } });
  return charter?.rules;
}

function asDate(day: string | null): Date | null {
  return day === null ? null : new Date(`${day}T00:00:00Z`);
}
