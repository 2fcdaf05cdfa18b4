import type { Database } from "./database.server";

const meaning = { select: { id: true, number: true, body: true, source: true, writtenAt: true, writtenBy: { select: { name: true, organization: { select: { name: true } } } } }, orderBy: { number: "desc" } } as const;
const term = { id: true, programId: true, name: true, variants: true, definitions: meaning } as const;

/** The glossary of a program as a reader looks a word up, capital or not; each term with all its definitions, the newest first. */
export async function termsOf(db: Database, programId: string) {
  const terms = await db.term.findMany({ where: { programId }, select: term });
  return terms.sort((one, other) => one.name.localeCompare(other.name, "en"));
}

export async function termById(db: Database, id: string) {
  return db.term.findUnique({ where: { id }, select: term });
}

/** Holds the glossary to the end of the transaction, so that no two terms take one word and no two definitions one number. */
export async function lockGlossary(db: Database, programId: string): Promise<void> {
  await db.$queryRaw`select 1 from (select pg_advisory_xact_lock(hashtextextended(${`glossary:${programId}`}, 0))) as held`;
}

export async function insertTerm(db: Database, { programId, name, variants }: { programId: string; name: string; variants: readonly string[] }): Promise<string> {
  return (await db.term.create({ data: { programId, name, variants: [...variants] }, select: { id: true } })).id;
}

export async function insertDefinition(db: Database, definition: { termId: string; number: number; body: string; source: string; writtenById: string; writtenAt: Date }): Promise<string> {
  return (await db.termDefinition.create({ data: definition, select: { id: true } })).id;
}

export async function saveVariants(db: Database, id: string, variants: readonly string[]): Promise<void> {
  await db.term.update({ where: { id }, data: { variants: [...variants] } });
}

/** A text as it is stored: a start and the steps since. */
type Logged = { snapshot: { version: number; content: unknown }; steps: { version: number; step: unknown }[] };
type Row = { draftId: string; version: number; step: unknown };

/**
 * The living texts of a program in four queries: of each document its newest edition, its own draft before the first,
 * and the drafts of open proposals. With an organization, only what its people may see.
 */
export async function livingTexts(db: Database, { programId, organizationId }: { programId: string; organizationId?: string }) {
  const documents = await db.document.findMany({
    where: { programId, ...(organizationId === undefined ? {} : { OR: [{ visibility: { in: ["program", "public"] } }, { organizationId }] }) },
    orderBy: { number: "asc" },
    select: {
      id: true, number: true, title: true, organizationId: true,
      editions: { orderBy: { number: "desc" }, take: 1, select: { number: true, createdAt: true, frozenText: { select: { content: true } } } },
      drafts: { where: { OR: [{ proposal: null }, { proposal: { stage: { in: ["drafting", "voting"] } } }] }, orderBy: { createdAt: "asc" }, select: { id: true, proposal: { select: { id: true, number: true, title: true } } } },
    },
  });
  const kept = documents.map((document) => ({ ...document, drafts: document.drafts.filter(({ proposal }) => proposal || document.editions.length === 0) }));
  const logged = await loggedTexts(db, kept.flatMap(({ drafts }) => drafts.map(({ id }) => id)));
  return kept.map(({ drafts, editions, ...document }) => ({
    ...document,
    edition: editions[0] ? { number: editions[0].number, at: editions[0].createdAt, content: editions[0].frozenText.content as unknown } : null,
    drafts: drafts.flatMap(({ id, proposal }) => {
      const text = logged.get(id);
      return text ? [{ proposal, text }] : [];
    }),
  }));
}

async function loggedTexts(db: Database, draftIds: readonly string[]): Promise<Map<string, Logged>> {
  const ids = [...draftIds];
  if (ids.length === 0) return new Map();
  const starts = await db.$queryRaw<{ draftId: string; version: number; content: unknown }[]>`
    select d."id" as "draftId", coalesce(s."version", 0) as "version", coalesce(s."content", d."start") as "content"
    from "Draft" d left join lateral (select "version", "content" from "Snapshot" where "draftId" = d."id" and "version" <= d."version" order by "version" desc limit 1) s on true
    where d."id" = any(${ids})`;
  const rows = await db.$queryRaw<Row[]>`
    select t."draftId", t."version", t."step" from "DraftStep" t join "Draft" d on d."id" = t."draftId"
    where t."draftId" = any(${ids}) and t."version" <= d."version"
      and t."version" > coalesce((select max("version") from "Snapshot" where "draftId" = t."draftId" and "version" <= d."version"), 0)
    order by t."draftId", t."version"`;
  const texts = new Map<string, Logged>(starts.map(({ draftId, version, content }) => [draftId, { snapshot: { version, content }, steps: [] }]));
  for (const { draftId, version, step } of rows) texts.get(draftId)?.steps.push({ version, step });
  return texts;
}

/** Coordinators and drafters of some organizations who may sign in. */
export async function draftersOf(db: Database, organizationIds: readonly string[]) {
  return db.person.findMany({
    where: { organizationId: { in: [...organizationIds] }, roles: { hasSome: ["coordinator", "drafter"] }, suspendedAt: null },
    select: { id: true, organizationId: true },
  });
}
