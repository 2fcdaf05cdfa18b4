import { readConcernState, readVerdict, type ConcernState } from "~/domain/concerns/triage";
import type { Database } from "./database.server";

/** The program whose box it is: the one that was first here. */
export async function programOfBox(db: Database) {
  return db.program.findFirst({ orderBy: { createdAt: "asc" }, select: { id: true, name: true, timeZone: true } });
}

export type NewConcern = { programId: string; body: string; codeHash: string; week: string };

/** What is kept of a concern that came in: its words, the hash of its code and the week. */
export async function createConcern(db: Database, { week, ...concern }: NewConcern): Promise<void> {
  await db.concern.create({ data: { ...concern, week: new Date(`${week}T00:00:00Z`), state: "waiting" }, select: { id: true } });
}

/** A concern under a lock, so that two readings take turns. */
export async function lockConcern(db: Database, concernId: string) {
  await db.$queryRaw`select id from "Concern" where id = ${concernId} for update`;
  return concernById(db, concernId);
}

export async function concernById(db: Database, concernId: string) {
  const concern = await db.concern.findUnique({
    where: { id: concernId },
    select: {
      id: true, programId: true, body: true, week: true, state: true, answer: true,
      proposal: { select: { id: true, number: true, title: true } },
      readings: { orderBy: { at: "asc" }, select: { personId: true, groupId: true, verdict: true, words: true, person: { select: { name: true, organization: { select: { name: true } } } } } },
    },
  });
  if (!concern) return null;
  const { state, week, readings, ...rest } = concern;
  return { ...rest, state: readConcernState(state), week: week.toISOString().slice(0, 10), readings: readings.map(({ verdict, ...reading }) => ({ ...reading, verdict: readVerdict(verdict) })) };
}

/** Those that wait first, then the latest, by week. */
export async function concernsOf(db: Database, programId: string, most: number) {
  const concerns = await db.concern.findMany({
    where: { programId },
    orderBy: [{ state: "desc" }, { week: "desc" }, { id: "asc" }],
    take: most,
    select: { id: true, body: true, week: true, state: true, _count: { select: { readings: true } } },
  });
  return concerns.map(({ state, week, _count, ...rest }) => ({ ...rest, readings: _count.readings, state: readConcernState(state), week: week.toISOString().slice(0, 10) }));
}

export type NewReading = { concernId: string; personId: string; groupId: string; verdict: string; words: string; at: Date };

export async function addReading(db: Database, reading: NewReading, state: ConcernState): Promise<void> {
  await db.concernReading.create({ data: reading });
  if (state === "settled") await db.concern.update({ where: { id: reading.concernId }, data: { state, answer: reading.words } });
}

/** What the author reads with their code. */
export async function concernByCode(db: Database, codeHash: string) {
  return db.concern.findUnique({ where: { codeHash }, select: { body: true, state: true, answer: true, proposal: { select: { number: true, title: true, stage: true } } } });
}

export async function linkConcern(db: Database, concernId: string, proposalId: string): Promise<void> {
  await db.concern.update({ where: { id: concernId }, data: { proposalId } });
}

/** Documents with an edition that everybody in the program may see. The charter changes by its own form. */
export async function documentsToChange(db: Database, programId: string) {
  return db.document.findMany({ where: { programId, kind: { not: "charter" }, visibility: { not: "organization" }, editions: { some: {} } }, orderBy: { number: "asc" }, take: 500, select: { id: true, number: true, title: true } });
}

/** Proposals that everybody in the program may see and that still move. */
export async function proposalsToLink(db: Database, programId: string) {
  return db.proposal.findMany({ where: { programId, stage: { in: ["drafting", "voting"] }, document: { visibility: { not: "organization" } } }, orderBy: { number: "desc" }, take: 100, select: { id: true, number: true, title: true } });
}
