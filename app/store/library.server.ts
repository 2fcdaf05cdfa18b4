import type { ClauseDifference } from "~/domain/decisions/clause-difference";
import { openStates } from "~/domain/decisions/stages";
import { storedDay } from "~/domain/programs/stored-day";
import type { Database } from "./database.server";
import { reviewFacts } from "./reviews.server";

const agency = { select: { id: true, name: true, shortName: true } } as const;

/** What an agency put in force, and whether in its own words. */
export const adoptedText = { effectiveFrom: true, until: true, editionId: true, decisionId: true, ownTextId: true, organization: agency } as const;

// A vendor's text is not on the shelf until somebody confirmed the right to it, whatever else went wrong.
const cleared = { OR: [{ copyright: { in: ["own", "public-domain", "licensed"] } }, { rightsConfirmedAt: { not: null } }] };

/** The documents that the public may read, in the order of their numbers. */
export const onShelf = { visibility: "public", ...cleared };

export async function publicDocuments(db: Database) {
  return db.document.findMany({
    where: { adoptions: { some: {} }, ...onShelf },
    orderBy: { number: "asc" },
    select: { id: true, number: true, title: true, kind: true, topic: true, program: { select: { name: true, timeZone: true } } },
  });
}

export type InForce = { documentId: string; agency: string; edition: number; since: Date };

/** What is in force today for each agency of each public document, by the calendar of its program: one row each, however many editions there were. */
export async function publicInForce(db: Database): Promise<InForce[]> {
  return db.$queryRaw<InForce[]>`
    select distinct on (adoption."documentId", adoption."organizationId")
      adoption."documentId", organization.name as agency, edition.number as edition, adoption."effectiveFrom" as since
    from "Adoption" adoption
    join "Document" document on document.id = adoption."documentId" and document.visibility = 'public'
    join "Program" program on program.id = document."programId"
    join "Organization" organization on organization.id = adoption."organizationId"
    join "Edition" edition on edition.id = adoption."editionId"
    where adoption."effectiveFrom" <= (clock_timestamp() at time zone program."timeZone")::date
      and (adoption."until" is null or adoption."until" >= (clock_timestamp() at time zone program."timeZone")::date)
    order by adoption."documentId", adoption."organizationId", adoption."effectiveFrom" desc`;
}

/** What agencies still owe on one document, the longest waiting first. */
export async function openAnswers(db: Database, documentId: string) {
  return db.decision.findMany({
    where: { documentId, outcome: { in: openStates } },
    orderBy: { dueAt: "asc" },
    take: 100,
    select: { id: true, outcome: true, dueAt: true, organization: { select: { name: true } }, proposal: { select: { id: true, number: true, title: true } } },
  });
}

/** Decisions not yet given on public documents, the longest waiting first. */
export async function publicDecisionClock(db: Database) {
  return db.decision.findMany({
    where: { outcome: { in: openStates }, proposalId: { not: null }, document: onShelf },
    orderBy: { dueAt: "asc" },
    select: {
      id: true,
      dueAt: true,
      outcome: true,
      organization: agency,
      document: { select: { number: true, title: true, program: { select: { timeZone: true } } } },
      proposal: { select: { number: true, title: true } },
    },
  });
}

/** A document by its number with all editions, their texts and what led to each. */
export async function documentOnShelf(db: Database, number: string) {
  return db.document.findFirst({
    where: { number, ...cleared },
    select: {
      id: true,
      programId: true,
      organizationId: true,
      visibility: true,
      number: true,
      title: true,
      kind: true,
      topic: true,
      ...reviewFacts,
      program: { select: { name: true, timeZone: true } },
      organization: agency,
      adoptions: {
        orderBy: { effectiveFrom: "desc" },
        select: adoptedText,
      },
      editions: {
        orderBy: { number: "desc" },
        select: { id: true, number: true, hash: true, carriedHash: true, createdAt: true, proposalId: true, frozenTextId: true },
      },
    },
  });
}

export async function frozenContent(db: Database, frozenTextId: string): Promise<unknown> {
  const text = await db.frozenText.findUnique({ where: { id: frozenTextId }, select: { content: true } });
  return text?.content ?? null;
}

/** The text that was put to the vote: that of the edition, or, where it was joined with a newer one, the one on the ballot. */
export async function carriedTextOf(db: Database, { frozenTextId, carriedHash, proposalId }: { frozenTextId: string; carriedHash: string; proposalId: string | null }): Promise<string> {
  if (carriedHash === "" || proposalId === null) return frozenTextId;
  const round = await db.round.findFirst({ where: { proposalId, state: "closed", frozenText: { hash: carriedHash } }, orderBy: { number: "desc" }, select: { frozenTextId: true } });
  return round?.frozenTextId ?? frozenTextId;
}

/** What led to an edition: the proposal, its counted round, and what each agency answered. */
export async function decisionRecord(db: Database, frozenTextId: string) {
  const text = await db.frozenText.findUnique({
    where: { id: frozenTextId },
    select: {
      rounds: {
        where: { state: "closed" },
        orderBy: { number: "desc" },
        select: {
          id: true,
          number: true,
          frozenText: { select: { hash: true } },
          openedAt: true,
          closedAt: true,
          result: true,
          charter: { select: { version: true } },
          dissents: { orderBy: { groupName: "asc" }, select: { id: true, groupId: true, groupName: true, body: true, writtenAt: true, writtenBy: { select: { name: true } } } },
          proposal: { select: { number: true, title: true, why: true, affected: true, author: { select: { name: true, organization: { select: { name: true } } } }, rounds: { orderBy: { number: "asc" }, select: { number: true, state: true, openedAt: true, closedAt: true, result: true, frozenText: { select: { hash: true } } } } } },
        },
      },
      decisions: {
        orderBy: { askedAt: "asc" },
        select: {
          id: true,
          outcome: true,
          reasons: true,
          askedAt: true,
          dueAt: true,
          decidedAt: true,
          effectiveFrom: true,
          organization: agency,
          decidedBy: { select: { name: true } },
          signedHash: true,
          texts: { select: { frozenTextId: true, choices: true } },
          adoptions: { orderBy: { effectiveFrom: "asc" }, select: { effectiveFrom: true, until: true, ownTextId: true, ownText: { select: { hash: true } }, edition: { select: { number: true } } } },
        },
      },
    },
  });
  return text && { decisions: text.decisions.map(withAdopted), rounds: text.rounds.flatMap(({ proposal, ...round }) => (proposal ? [{ ...round, proposal }] : [])) };
}

type Adopted = { effectiveFrom: Date; until: Date | null; ownTextId: string | null; ownText: { hash: string } | null; edition: { number: number } };

/** What an agency put in force, with the differences of its own text. Changes that are not adopted yet stay inside the program. */
function withAdopted<Row extends { texts: readonly { frozenTextId: string; choices: unknown }[]; adoptions: readonly Adopted[] }>({ texts, adoptions, ...decision }: Row) {
  const adopted = adoptions.map(({ effectiveFrom, until, ownTextId, ownText, edition }) => ({
    from: storedDay(effectiveFrom),
    until: until && storedDay(until),
    edition: edition.number,
    own: ownText && { hash: ownText.hash, differences: (texts.find(({ frozenTextId }) => frozenTextId === ownTextId)?.choices ?? []) as ClauseDifference[] },
  }));
  return { ...decision, adopted };
}

/** An agency's own text of an edition, with what it changed and why. */
export async function ownTextOf(db: Database, { decisionId, ownTextId }: { decisionId: string; ownTextId: string }) {
  const text = await db.agencyText.findFirst({ where: { decisionId, frozenTextId: ownTextId }, select: { choices: true, frozenText: { select: { content: true, hash: true } } } });
  return text && { ...text.frozenText, differences: text.choices as ClauseDifference[] };
}

/** The name, shape and colour of each group of a program, by its id. */
export async function groupFaces(db: Database, programId: string) {
  const groups = await db.group.findMany({ where: { programId }, select: { id: true, name: true, shortName: true, shape: true, colour: true } });
  return Object.fromEntries(groups.map(({ id, ...face }) => [id, face]));
}
