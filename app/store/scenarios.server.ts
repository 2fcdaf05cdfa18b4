import type { Database } from "./database.server";

export type NewScenario = { programId: string; title: string; scene: string; roleCard: string; observerSheet: string; safety: string; debrief: string; tags: string[]; steps: number[]; videoUrl: string; videoTitle: string; writtenById: string; writtenAt: Date };

/** Null when the program has a scenario of this title already. */
export async function insertScenario(db: Database, scenario: NewScenario): Promise<string | null> {
  const [row] = await db.scenario.createManyAndReturn({ data: [scenario], skipDuplicates: true, select: { id: true } });
  return row?.id ?? null;
}

/** Writes a scenario anew where the text that was read still stands; says "title" when another scenario of the program has this title. */
export async function rewriteScenario(db: Database, { scenarioId, readAt, text }: { scenarioId: string; readAt: Date; text: Omit<NewScenario, "programId"> }): Promise<boolean | "title"> {
  const { programId } = await db.scenario.findUniqueOrThrow({ where: { id: scenarioId }, select: { programId: true } });
  if (await db.scenario.findFirst({ where: { programId, title: text.title, id: { not: scenarioId } }, select: { id: true } })) return "title";
  return (await db.scenario.updateMany({ where: { id: scenarioId, writtenAt: readAt }, data: text })).count > 0;
}

export async function scenariosOf(db: Database, programId: string, { tag, step }: { tag: string; step: number | null }) {
  return db.scenario.findMany({
    where: { programId, ...(tag ? { tags: { has: tag } } : {}), ...(step ? { steps: { has: step } } : {}) },
    orderBy: { title: "asc" },
    take: 300,
    select: { id: true, title: true, tags: true, steps: true, videoUrl: true, _count: { select: { clauses: true } } },
  });
}

export async function scenarioById(db: Database, id: string) {
  return db.scenario.findUnique({
    where: { id },
    select: {
      id: true, programId: true, title: true, scene: true, roleCard: true, observerSheet: true, safety: true, debrief: true, tags: true, steps: true, videoUrl: true, videoTitle: true, writtenAt: true,
      writtenBy: { select: { name: true, organization: { select: { name: true } } } },
      program: { select: { timeZone: true } },
      clauses: { select: { clauseId: true, document: { select: { id: true, number: true, title: true, programId: true, organizationId: true, visibility: true } } } },
    },
  });
}

/** False when the link is there already. */
export async function linkScenario(db: Database, link: { scenarioId: string; documentId: string; clauseId: string }): Promise<boolean> {
  return (await db.scenarioClause.createMany({ data: [link], skipDuplicates: true })).count > 0;
}

/** False when the link is gone already. */
export async function unlinkScenario(db: Database, link: { scenarioId: string; documentId: string; clauseId: string }): Promise<boolean> {
  return (await db.scenarioClause.deleteMany({ where: link })).count > 0;
}
