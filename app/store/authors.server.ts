import type { Database } from "./database.server";

type Moved = { at: Date; from: string };

/** The names of authors, and for which organization each wrote at a moment: the records say who moved when. */
export async function organizationsThen(db: Database, programId: string, personIds: readonly string[]) {
  const people = await db.person.findMany({ where: { id: { in: [...personIds] } }, select: { id: true, name: true, organizationId: true } });
  const moves = await db.auditRecord.findMany({
    where: { programId, act: "person.move", outcome: "done", subjectId: { in: [...personIds] } },
    orderBy: { sequence: "asc" },
    select: { subjectId: true, at: true, detail: true },
  });
  const known = new Map(people.map((person) => [person.id, person]));
  const moved = new Map<string, Moved[]>();
  for (const { subjectId, at, detail } of moves) {
    const from = (detail as { from?: unknown } | null)?.from;
    if (typeof from === "string") moved.set(subjectId, [...(moved.get(subjectId) ?? []), { at, from }]);
  }
  return {
    nameOf: (personId: string) => known.get(personId)?.name ?? "Somebody",
    organizationAt: (personId: string, at: Date) => moved.get(personId)?.find((move) => at < move.at)?.from ?? known.get(personId)?.organizationId ?? "",
  };
}
