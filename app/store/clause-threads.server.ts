import type { Database } from "./database.server";

/** So many editions and proposals of one document are looked through for a clause, the newest first. */
const mostEditions = 60;
const mostProposals = 60;

const access = { id: true, number: true, title: true, programId: true, organizationId: true, visibility: true } as const;
const latestText = { orderBy: { number: "desc" }, take: 1, select: { frozenText: { select: { content: true } } } } as const;
/** The findings about a measure whose published version stands. */
const publishedFindings = { where: { versions: { some: { standing: "current" } } }, orderBy: { number: "desc" }, take: 20, select: { number: true, versions: { where: { standing: "current" }, orderBy: { version: "desc" }, take: 1, select: { version: true, publishedAt: true, content: true } } } } as const;
const agency = { select: { id: true, name: true } } as const;

/** A document with its editions, its proposals, and what is linked to one of its clauses. Texts of proposals that are still written on come with `draftsOf`. */
export async function clauseRow(db: Database, documentId: string, clauseId: string) {
  return db.document.findUnique({
    where: { id: documentId },
    select: {
      ...access,
      createdById: true,
      createdAt: true,
      program: { select: { timeZone: true } },
      evaluationPlan: { select: { id: true } },
      appliesTo: { select: { organization: agency } },
      adoptions: { select: { effectiveFrom: true, until: true, organization: agency, edition: { select: { number: true } } } },
      drafts: { where: { proposal: null }, orderBy: { createdAt: "asc" }, take: 1, select: { id: true } },
      editions: { orderBy: { number: "desc" }, take: mostEditions, select: { id: true, number: true, createdAt: true, proposalId: true, frozenText: { select: { content: true } } } },
      proposals: {
        orderBy: { number: "desc" },
        take: mostProposals,
        select: { id: true, number: true, title: true, stage: true, clauseId: true, createdAt: true, draftId: true, baseEditionId: true, rounds: { where: { state: { not: "voided" }, frozenTextId: { not: null } }, orderBy: { number: "desc" }, take: 1, select: { frozenText: { select: { content: true } } } } },
      },
      taughtBy: {
        where: { clauseId },
        take: 200,
        select: { moduleId: true, curriculum: { select: { document: { select: { ...access, editions: latestText, drafts: { where: { proposal: null }, orderBy: { createdAt: "asc" }, take: 1, select: { id: true } } } } } } },
      },
      practisedIn: { where: { clauseId }, take: 200, orderBy: { scenario: { title: "asc" } }, select: { scenario: { select: { id: true, title: true, steps: true, programId: true } } } },
      proofs: { where: { clauseId }, take: 200, orderBy: { requirement: { position: "asc" } }, select: { clauseHash: true, presentHash: true, provenAt: true, requirement: { select: { id: true, reference: true, words: true, wordedAt: true, standard: { select: { id: true, name: true } } } } } },
      citations: { where: { clauseId }, take: 200, orderBy: { resource: { name: "asc" } }, select: { resource: { select: { id: true, name: true, phone: true, hours: true, state: true, closedAt: true, validUntil: true } } } },
      measures: {
        where: { clauseId },
        take: 200,
        orderBy: { measure: { key: "asc" } },
        select: { measure: { select: { id: true, key: true, programId: true, versions: { orderBy: { number: "desc" }, take: 1, select: { name: true } }, plans: { select: { plan: { select: { id: true, state: true, document: { select: access } } } } }, findings: publishedFindings } } },
      },
    },
  });
}

/** Working texts as logged, by draft: two queries for any number of them. */
export async function draftsOf(db: Database, draftIds: readonly string[]) {
  const ids = [...draftIds];
  const drafts = await db.draft.findMany({ where: { id: { in: ids } }, select: { id: true, start: true, snapshots: { orderBy: { version: "desc" }, take: 1, select: { version: true, content: true } } } });
  const steps = await db.$queryRaw<{ draftId: string; version: number; step: unknown }[]>`
    select s."draftId", s.version, s.step from "DraftStep" s
    where s."draftId" = any(${ids}) and s.version > coalesce((select max(k.version) from "Snapshot" k where k."draftId" = s."draftId"), 0)
    order by s."draftId", s.version`;
  return new Map(
    drafts.map(({ id, start, snapshots: [kept] }) => [
      id,
      { snapshot: { version: kept?.version ?? 0, content: (kept?.content ?? start) as unknown }, steps: steps.filter(({ draftId }) => draftId === id).map(({ version, step }) => ({ version, step })) },
    ]),
  );
}

/** A policy with its newest text and everything that is linked to its clauses. */
export async function chainRow(db: Database, documentId: string) {
  return db.document.findUnique({
    where: { id: documentId },
    select: {
      ...access,
      createdById: true,
      editions: { orderBy: { number: "desc" }, take: 1, select: { number: true, frozenText: { select: { content: true } } } },
      drafts: { where: { proposal: null }, orderBy: { createdAt: "asc" }, take: 1, select: { id: true } },
      taughtBy: { take: 2000, select: { clauseId: true, moduleId: true, curriculum: { select: { document: { select: access } } } } },
      practisedIn: { take: 2000, select: { clauseId: true, scenario: { select: { id: true, title: true } } } },
      measures: { take: 2000, select: { clauseId: true, measure: { select: { id: true, key: true, versions: { orderBy: { number: "desc" }, take: 1, select: { name: true } }, findings: publishedFindings } } } },
    },
  });
}

/** The curricula of a program with their newest text and the modules that are linked to some clause. */
export async function curriculaForGaps(db: Database, programId: string) {
  return db.curriculum.findMany({
    where: { programId, document: { editions: { some: {} } } },
    orderBy: { document: { number: "asc" } },
    take: 50,
    select: { modules: { distinct: ["moduleId"], select: { moduleId: true } }, document: { select: { ...access, editions: latestText } } },
  });
}

/** The newest edition of some curricula, and the draft of those that have none. */
export async function curriculaTexts(db: Database, documentIds: readonly string[]) {
  return db.document.findMany({ where: { id: { in: [...documentIds] } }, select: { id: true, editions: latestText, drafts: { where: { proposal: null }, orderBy: { createdAt: "asc" }, take: 1, select: { id: true } } } });
}

/** The measures that no evaluation plan uses. */
export async function measuresWithoutPlan(db: Database, programId: string) {
  return db.measure.findMany({ where: { programId, plans: { none: {} } }, orderBy: { key: "asc" }, take: 200, select: { id: true, key: true, versions: { orderBy: { number: "desc" }, take: 1, select: { name: true } } } });
}
