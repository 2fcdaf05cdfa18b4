import { visibilities, type Actor, type Thing } from "~/domain/access/may";
import { openStates, readDecisionState, type DecisionState } from "~/domain/decisions/stages";
import type { Tally } from "~/domain/voting/tally";
import type { Database } from "./database.server";
import { lockDocument } from "./document-lock.server";
import { headsOf } from "./documents.server";
import type { Prisma } from "./generated/client";
import { tell } from "./notices.server";
import { layPath, readStage, restartStages, stagesWhole } from "./stages.server";
import { readRoundState } from "./voting.server";

export type Question = { programId: string; documentId: string; frozenTextId: string; proposalId: string; roundId: string; askedAt: Date; dueAt: Date; body: string };

/** Asks the head of each agency that the document applies to; one decision an agency and text, whoever asks twice. */
export async function askHeads(db: Database, { body, ...asked }: Question): Promise<void> {
  const agencies = await db.documentAgency.findMany({ where: { documentId: asked.documentId, organization: { leftOn: null } }, select: { organizationId: true } });
  await db.decision.createMany({ data: agencies.map(({ organizationId }) => ({ ...asked, organizationId })), skipDuplicates: true });
  const decisions = await db.decision.findMany({ where: { frozenTextId: asked.frozenTextId }, select: { id: true, organizationId: true } });
  const heads = await headsOf(db, decisions.map(({ organizationId }) => organizationId));
  for (const { id, organizationId } of decisions) {
    await layPath(db, { decisionId: id, organizationId, at: asked.askedAt });
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
  organization: { select: { id: true, name: true, shortName: true, path: { select: { holidays: true } } } },
  stages: stagesWhole,
  texts: { orderBy: { number: "asc" }, select: { id: true, number: true, state: true, typoOnly: true, basisHash: true, choices: true, madeAt: true, madeById: true, commentUntil: true, confirmedAt: true, madeBy: { select: { name: true, organization: { select: { groupId: true } } } }, confirmedBy: { select: { name: true } }, frozenText: { select: { id: true, hash: true, content: true } } } },
  decidedBy: { select: { id: true, name: true } },
  frozenText: { select: { content: true, hash: true } },
  document: { select: { id: true, number: true, title: true, kind: true, organizationId: true, visibility: true, copyright: true, rightsConfirmedAt: true, createdById: true, program: { select: { timeZone: true } } } },
  proposal: { select: { id: true, number: true, title: true, why: true, affected: true, authorId: true, baseEdition: { select: { id: true, number: true, frozenTextId: true, frozenText: { select: { content: true } } } } } },
  round: { select: { id: true, number: true, state: true, result: true, closedAt: true, dissents: { orderBy: { groupName: "asc" }, select: { id: true, groupId: true, groupName: true, body: true, writtenAt: true, writtenBy: { select: { name: true } } } }, frozenText: { select: { hash: true } }, charter: { select: { rules: true, version: true } } } },
} as const;

export type DecisionRow = NonNullable<Awaited<ReturnType<typeof decisionById>>>;

export async function decisionById(db: Database, decisionId: string) {
  const decision = await db.decision.findUnique({ where: { id: decisionId }, include: whole });
  if (!decision) return null;
  const { round, outcome, stages, ...rest } = decision;
  return {
    ...rest,
    stages: stages.map(readStage),
    outcome: readDecisionState(outcome),
    timeZone: rest.document.program.timeZone,
    round: round && { ...round, state: readRoundState(round.state), result: round.result as Tally | null },
  };
}

/** A decision under a lock, and its document: edition numbers and first days in force are given one at a time. */
export async function lockDecision(db: Database, decisionId: string): Promise<DecisionRow | null> {
  const locked = await db.$queryRaw<{ documentId: string }[]>`select "documentId" from "Decision" where id = ${decisionId} for update`;
  if (!locked[0]) return null;
  await lockDocument(db, locked[0].documentId);
  return decisionById(db, decisionId);
}

/** The newest edition of a document, with its text. */
export async function latestEdition(db: Database, documentId: string) {
  return db.edition.findFirst({ where: { documentId }, orderBy: { number: "desc" }, select: { id: true, number: true, frozenText: { select: { content: true } } } });
}

/** The edition that an agency's adoption already made of this very text or proposal. */
export async function madeEdition(db: Database, { frozenTextId, proposalId }: { frozenTextId: string; proposalId: string | null }) {
  return db.edition.findFirst({ where: proposalId ? { proposalId } : { frozenTextId }, select: { id: true, number: true, hash: true, carriedHash: true, frozenTextId: true, frozenText: { select: { content: true } } } });
}

/** What an agency adopted last of a document, by its first day in force. */
export async function previousAdoption(db: Database, documentId: string, organizationId: string): Promise<{ edition: number; effectiveFrom: string } | null> {
  const adoption = await db.adoption.findFirst({ where: { documentId, organizationId }, orderBy: { effectiveFrom: "desc" }, include: { edition: { select: { number: true } } } });
  return adoption && { edition: adoption.edition.number, effectiveFrom: adoption.effectiveFrom.toISOString().slice(0, 10) };
}

export type SavedAnswer = { state: string; reasons: string; effectiveFrom: string | null; deferredUntil: string | null; dueAt: Date; decidedById: string; decidedAt: Date; signedHash: string; signedFrom: string };

/** Writes the answer while the decision still is as the rule saw it. False when someone was first. */
export async function saveAnswer(db: Database, decisionId: string, from: DecisionState, { state, effectiveFrom, deferredUntil, ...answer }: SavedAnswer): Promise<boolean> {
  const { count } = await db.decision.updateMany({
    where: { id: decisionId, outcome: from },
    data: { ...answer, outcome: state, effectiveFrom: asDate(effectiveFrom), deferredUntil: asDate(deferredUntil) },
  });
  return count === 1;
}

export type NewEdition = { documentId: string; frozenTextId: string; hash: string; carriedHash: string; proposalId: string | null; at: Date };

/** Makes the next edition. The document must be locked. */
export async function createEdition(db: Database, { at, ...edition }: NewEdition): Promise<{ id: string; number: number }> {
  const number = ((await latestEdition(db, edition.documentId))?.number ?? 0) + 1;
  return db.edition.create({ data: { ...edition, number, createdAt: at }, select: { id: true, number: true } });
}

export async function createFrozenText(db: Database, text: { documentId: string; content: unknown; hash: string; frozenAt: Date }): Promise<{ id: string }> {
  return db.frozenText.create({ data: { ...text, content: text.content as Prisma.InputJsonValue }, select: { id: true } });
}

export type NewAdoption = { documentId: string; editionId: string; organizationId: string; decisionId: string; effectiveFrom: string; until: string | null; ownTextId: string | null };

/** False when the agency already has an edition that starts on that day. */
export async function createAdoption(db: Database, { effectiveFrom, until, ...adoption }: NewAdoption): Promise<boolean> {
  const row = { ...adoption, effectiveFrom: new Date(`${effectiveFrom}T00:00:00Z`), until: asDate(until) };
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

/** Other texts of a document that heads still decide about: a new edition changes what they would adopt, so their stages start again. */
export async function restartOthers(db: Database, { documentId, frozenTextId, at }: { documentId: string; frozenTextId: string; at: Date }): Promise<void> {
  const others = await db.decision.findMany({ where: { documentId, frozenTextId: { not: frozenTextId }, outcome: { in: openStates }, stages: { some: { state: { in: ["done", "skipped", "open"] } } } }, select: { id: true } });
  for (const { id } of others) await restartStages(db, id, at);
}

/** The agency's text in force on a day, its own where it has one. */
export async function textInForce(db: Database, { documentId, organizationId, day }: { documentId: string; organizationId: string; day: string }): Promise<unknown> {
  const on = new Date(`${day}T00:00:00Z`);
  const adoption = await db.adoption.findFirst({
    where: { documentId, organizationId, effectiveFrom: { lte: on }, OR: [{ until: null }, { until: { gte: on } }] },
    orderBy: { effectiveFrom: "desc" },
    select: { ownText: { select: { content: true } }, edition: { select: { frozenText: { select: { content: true } } } } },
  });
  return adoption ? (adoption.ownText ?? adoption.edition.frozenText).content : null;
}

/** The decisions that an agency still owes, held to the end of the transaction. */
export async function openDecisionsOf(db: Database, organizationId: string): Promise<{ id: string }[]> {
  return db.$queryRaw<{ id: string }[]>`select id from "Decision" where "organizationId" = ${organizationId} and outcome = any(${openStates}) order by id for update`;
}

export async function countOpenDecisions(db: Database, organizationId: string): Promise<number> {
  return db.decision.count({ where: { organizationId, outcome: { in: openStates } } });
}
