import { publicCommentRounds } from "./comment-rounds.server";
import { newestFindings } from "./findings.server";
import { publicPlans } from "./plans.server";
import { openStates } from "~/domain/decisions/stages";
import type { RecommendationFilter } from "~/domain/library/recommendation";
import type { Tally } from "~/domain/voting/tally";
import type { Database } from "./database.server";
import type { Prisma } from "./generated/client";
import { onShelf } from "./library.server";

const agency = { select: { id: true, name: true } } as const;
const counted = { where: { state: "closed" }, orderBy: { number: "desc" }, take: 1 } as const;

/** What the public may see: proposals to public documents that the groups voted on. */
const votedOn: Prisma.ProposalWhereInput = { stage: { in: ["carried", "notCarried"] }, document: onShelf };

/** Those of some proposals that have a page in public. */
export async function votedInPublic(db: Database, ids: readonly string[]) {
  return ids.length === 0 ? [] : db.proposal.findMany({ where: { AND: [votedOn, { id: { in: [...ids] } }] }, select: { id: true, number: true, title: true } });
}

export type RecommendationSearch = { filter: RecommendationFilter; topic: string; agencyId: string; before: number | null; now: Date };

/** The recommendations that fit, newest first, at most `most`. */
export async function publicRecommendations(db: Database, { filter, topic, agencyId, before, now }: RecommendationSearch, most: number) {
  const rows = await db.proposal.findMany({
    where: {
      AND: [
        votedOn,
        fits(filter, agencyId, now),
        ...(topic ? [{ document: { topic } }] : []),
        ...(before ? [{ number: { lt: before } }] : []),
      ],
    },
    orderBy: { number: "desc" },
    take: most,
    select: {
      id: true,
      number: true,
      title: true,
      stage: true,
      program: { select: { timeZone: true } },
      document: { select: { number: true, title: true, topic: true } },
      rounds: { ...counted, select: { closedAt: true, result: true } },
      decisions: { orderBy: { organization: { name: "asc" } }, select: { outcome: true, dueAt: true, organization: agency, adoptions: { take: 1, select: { edition: { select: { number: true } } } } } },
    },
  });
  return rows.map(({ rounds, decisions, program, ...row }) => ({
    ...row,
    timeZone: program.timeZone,
    closedAt: rounds[0]?.closedAt ?? null,
    tally: (rounds[0]?.result ?? null) as Tally | null,
    answers: decisions.map(({ outcome, dueAt, organization }) => ({ agency: organization.name, outcome, dueAt })),
    edition: decisions.flatMap(({ adoptions }) => adoptions)[0]?.edition.number ?? null,
  }));
}

function fits(filter: RecommendationFilter, agencyId: string, now: Date): Prisma.ProposalWhereInput {
  const of = agencyId ? { organizationId: agencyId } : {};
  switch (filter) {
    case "notCarried":
      return { stage: "notCarried" };
    case "adopted":
      return { decisions: { some: { ...of, outcome: { startsWith: "adopted" } } } };
    case "declined":
      return { decisions: { some: { ...of, outcome: "declined" } } };
    case "waiting":
      return { decisions: { some: { ...of, outcome: { in: openStates } } } };
    case "overdue":
      return { decisions: { some: { ...of, outcome: { in: openStates }, dueAt: { lt: now } } } };
    case "all":
      return agencyId ? { decisions: { some: of } } : {};
  }
}

/** The topics and agencies that the list can be narrowed to. */
export async function recommendationChoices(db: Database) {
  const [topics, agencies] = await Promise.all([
    db.document.findMany({ where: { ...onShelf, topic: { not: "" }, proposals: { some: { stage: { in: ["carried", "notCarried"] } } } }, distinct: ["topic"], orderBy: { topic: "asc" }, select: { topic: true } }),
    db.organization.findMany({ where: { decisions: { some: { proposalId: { not: null }, document: onShelf } } }, orderBy: { name: "asc" }, select: { id: true, name: true } }),
  ]);
  return { topics: topics.map(({ topic }) => topic), agencies };
}

/** One recommendation by its number: what was asked, the text the groups voted on last, and the text it would replace. */
export async function publicRecommendation(db: Database, number: number) {
  const row = await db.proposal.findFirst({
    where: { AND: [votedOn, { number }] },
    select: {
      id: true,
      programId: true,
      number: true,
      title: true,
      why: true,
      affected: true,
      evidence: true,
      cost: true,
      trainingImpact: true,
      stage: true,
      author: { select: { name: true, organization: { select: { name: true } } } },
      program: { select: { name: true, timeZone: true } },
      document: { select: { number: true, title: true, organizationId: true } },
      baseEdition: { select: { number: true, frozenText: { select: { content: true } } } },
      rounds: { ...counted, select: { number: true, openedAt: true, closedAt: true, result: true, frozenTextId: true, frozenText: { select: { hash: true, content: true, edition: { select: { number: true } } } }, charter: { select: { version: true } } } },
    },
  });
  return row;
}

/** Public adoptions, newest first, and overdue answers: what a feed tells. */
export async function feedEvents(db: Database, now: Date, most: number) {
  const [adoptions, overdue, declined] = await Promise.all([
    db.adoption.findMany({
      where: { document: onShelf },
      orderBy: { decision: { decidedAt: "desc" } },
      take: most,
      select: { id: true, effectiveFrom: true, organization: agency, edition: { select: { number: true, createdAt: true } }, decision: { select: { decidedAt: true, reasons: true } }, document: { select: { number: true, title: true } } },
    }),
    db.decision.findMany({
      where: { outcome: { in: openStates }, dueAt: { lt: now }, proposalId: { not: null }, document: onShelf },
      orderBy: { dueAt: "desc" },
      take: most,
      select: { id: true, dueAt: true, organization: agency, document: { select: { number: true, title: true } }, proposal: { select: { number: true, title: true } } },
    }),
    db.decision.findMany({
      where: { outcome: "declined", decidedAt: { not: null }, proposalId: { not: null }, document: onShelf },
      orderBy: { decidedAt: "desc" },
      take: most,
      select: { id: true, decidedAt: true, reasons: true, organization: agency, document: { select: { number: true, title: true } }, proposal: { select: { number: true, title: true } } },
    }),
  ]);
  return { adoptions, overdue, declined };
}

/** Every public address that stays: documents with their editions, recommendations, plans, findings and rounds of public comment. */
export async function publicAddresses(db: Database) {
  const [documents, recommendations, plans, findings, rounds] = await Promise.all([
    db.document.findMany({ where: { ...onShelf, adoptions: { some: {} } }, orderBy: { number: "asc" }, select: { number: true, editions: { orderBy: { number: "asc" }, select: { number: true, createdAt: true } } } }),
    db.proposal.findMany({ where: votedOn, orderBy: { number: "asc" }, select: { number: true } }),
    publicPlans(db),
    newestFindings(db, 10_000),
    Promise.all([publicCommentRounds(db, "standing", 1_000), publicCommentRounds(db, "closed", 10_000)]),
  ]);
  return { documents, recommendations, plans: plans.map(({ document: { number }, frozenAt }) => ({ number, frozenAt })), findings: findings.map(({ number, publishedAt }) => ({ number, publishedAt })), rounds: rounds.flat().map(({ id }) => ({ id })) };
}
