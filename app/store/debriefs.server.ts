import type { Database } from "./database.server";

export type NewDebrief = { programId: string; organizationId: string; assignment: string; shift: string; month: string; marks: readonly string[]; well: string; practise: string; writtenById: string };

export async function insertDebrief(db: Database, { marks, ...debrief }: NewDebrief): Promise<string> {
  return (await db.debrief.create({ data: { ...debrief, marks: [...marks] }, select: { id: true } })).id;
}

/** The names of the people who have an account in a program, so that no debrief names them. Names of people in training are not among them: a refusal would tell who is. */
export async function namesInProgram(db: Database, programId: string): Promise<string[]> {
  return (await db.person.findMany({ where: { programId }, take: 5000, select: { name: true } })).map(({ name }) => name);
}

export type DebriefsAsked = { since: string; until: string; unit?: { assignment: string; shift: string } | null; writtenById?: string | null };

/** The debriefs of one organization in some months, newest month first, of one unit or one supervisor where that is asked. In what order they came within a month is not told. */
export async function debriefsOf(db: Database, organizationId: string, { since, until, unit, writtenById }: DebriefsAsked) {
  return db.debrief.findMany({
    where: { organizationId, month: { gte: since, lte: until }, ...unit, ...(writtenById ? { writtenById } : {}) },
    orderBy: [{ month: "desc" }, { assignment: "asc" }, { shift: "asc" }],
    take: 2000,
    select: { id: true, assignment: true, shift: true, month: true, marks: true, well: true, practise: true },
  });
}

/** How many debriefs each unit of the whole program wrote, by month. */
export async function programDebriefs(db: Database, programId: string, since: string) {
  const rows = await db.debrief.groupBy({ by: ["organizationId", "assignment", "shift", "month"], where: { programId, month: { gte: since } }, _count: true });
  return rows.map(({ _count, ...unit }) => ({ ...unit, count: _count }));
}

/** How many debriefs each unit of one organization wrote, by month. */
export async function debriefRates(db: Database, organizationId: string, since: string) {
  const rows = await db.debrief.groupBy({ by: ["assignment", "shift", "month"], where: { organizationId, month: { gte: since } }, _count: true, orderBy: [{ assignment: "asc" }, { shift: "asc" }, { month: "asc" }] });
  return rows.map(({ assignment, shift, month, _count }) => ({ assignment, shift, month, count: _count }));
}
