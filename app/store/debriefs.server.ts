import type { Database } from "./database.server";

export type NewDebrief = { programId: string; organizationId: string; assignment: string; shift: string; month: string; marks: readonly string[]; well: string; practise: string; writtenById: string };

export async function insertDebrief(db: Database, { marks, ...debrief }: NewDebrief): Promise<string> {
  return (await db.debrief.create({ data: { ...debrief, marks: [...marks] }, select: { id: true } })).id;
}

/** The debriefs of one organization since a month, newest month first. In what order they came within a month is not told. */
export async function debriefsOf(db: Database, organizationId: string, since: string) {
  return db.debrief.findMany({
    where: { organizationId, month: { gte: since } },
    orderBy: [{ month: "desc" }, { assignment: "asc" }, { shift: "asc" }],
    take: 2000,
    select: { id: true, assignment: true, shift: true, month: true, marks: true, well: true, practise: true },
  });
}

/** How many debriefs each unit of one organization wrote, by month. */
export async function debriefRates(db: Database, organizationId: string, since: string) {
  const rows = await db.debrief.groupBy({ by: ["assignment", "shift", "month"], where: { organizationId, month: { gte: since } }, _count: true, orderBy: [{ assignment: "asc" }, { shift: "asc" }, { month: "asc" }] });
  return rows.map(({ assignment, shift, month, _count }) => ({ assignment, shift, month, count: _count }));
}
