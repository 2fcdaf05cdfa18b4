import type { Database } from "./database.server";

const face = { select: { name: true, shortName: true, shape: true, colour: true } } as const;

export type NewDecision = { draftId: string; suggestionId: string; authorId: string; suggestedAt: Date; clauseId: string | null; words: string; verdict: string; decidedById: string; decidedAt: Date };

export async function saveDecisions(db: Database, decisions: readonly NewDecision[]): Promise<void> {
  await db.suggestionDecision.createMany({ data: [...decisions] });
}

/** Who decided these suggestions of a text, the last word on each. */
export async function decisionsOn(db: Database, draftId: string, suggestionIds: readonly string[]) {
  const rows = await db.suggestionDecision.findMany({
    where: { draftId, suggestionId: { in: [...suggestionIds] } },
    orderBy: { decidedAt: "asc" },
    select: { suggestionId: true, verdict: true, decidedAt: true, decidedBy: { select: { name: true, organization: { select: { name: true } } } } },
  });
  return new Map(rows.map(({ suggestionId, verdict, decidedAt, decidedBy }) => [suggestionId, { verdict, at: decidedAt, by: { name: decidedBy.name, organization: decidedBy.organization.name } }]));
}

/** What was decided in a text, the newest first. */
export async function decidedIn(db: Database, draftId: string, most: number) {
  const rows = await db.suggestionDecision.findMany({
    where: { draftId },
    orderBy: [{ decidedAt: "desc" }, { id: "desc" }],
    take: most,
    select: { id: true, suggestionId: true, authorId: true, clauseId: true, words: true, verdict: true, decidedAt: true, decidedBy: { select: { name: true, organization: { select: { name: true } } } } },
  });
  return rows.map(({ decidedBy, ...row }) => ({ ...row, decidedBy: { name: decidedBy.name, organization: decidedBy.organization.name } }));
}

/** Those of a program among some ids, with their organization and the face of their group. What is no id of a person is left out. */
export async function authorsAmong(db: Database, programId: string, ids: readonly string[]) {
  const people = await db.person.findMany({ where: { programId, id: { in: [...new Set(ids)] } }, select: { id: true, name: true, organization: { select: { name: true, group: face } } } });
  return Object.fromEntries(people.map(({ id, name, organization }) => [id, { name, organization: organization.name, face: organization.group }]));
}
