import type { CurriculumRule } from "~/domain/training/curriculum-check";
import { readVisibility } from "~/domain/documents/description";
import type { Database } from "./database.server";

const ruleColumns = {
  kind: true,
  minutes: true,
  topics: true,
  minimums: { select: { topic: true, minutes: true, groupId: true, group: { select: { name: true } } }, orderBy: { topic: "asc" } },
} as const;

/** What a curriculum owes, as the rules read it. */
export function ruleOf({ minutes, topics, minimums }: { minutes: number; topics: string[]; minimums: { topic: string; minutes: number; groupId: string; group: { name: string } }[] }): CurriculumRule {
  return { minutes, topics, minimums: minimums.map(({ group, ...minimum }) => ({ ...minimum, groupName: group.name })) };
}

export async function insertCurriculum(db: Database, { documentId, programId, kind, minutes, topics }: { documentId: string; programId: string; kind: string; minutes: number; topics: readonly string[] }): Promise<void> {
  await db.curriculum.create({ data: { documentId, programId, kind, minutes, topics: [...topics] } });
}

/** One curriculum with its document, what it owes and the working texts on it. */
export async function curriculumById(db: Database, documentId: string) {
  return db.curriculum.findUnique({
    where: { documentId },
    select: {
      ...ruleColumns,
      programId: true,
      document: {
        select: {
          id: true, number: true, title: true, programId: true, organizationId: true, visibility: true, createdById: true,
          program: { select: { timeZone: true } },
          editions: { orderBy: { number: "desc" }, take: 1, select: { id: true, number: true, frozenTextId: true } },
          drafts: { where: { proposal: null }, orderBy: { createdAt: "asc" }, take: 1, select: { id: true, frozen: true } },
          proposals: { where: { stage: { in: ["drafting", "voting"] } }, orderBy: { number: "desc" }, take: 20, select: { id: true, number: true, title: true, stage: true, draftId: true } },
        },
      },
    },
  });
}

/** The curriculum that a working text belongs to; null for other texts. */
export async function curriculumOfDraft(db: Database, draftId: string) {
  const draft = await db.draft.findUnique({
    where: { id: draftId },
    select: { document: { select: { id: true, curriculum: { select: ruleColumns } } }, baseEdition: { select: { number: true, frozenTextId: true } } },
  });
  return draft?.document.curriculum ? { documentId: draft.document.id, curriculum: draft.document.curriculum, base: draft.baseEdition } : null;
}

/** What a document owes as a curriculum; null for a document that is none. */
export async function curriculumRule(db: Database, documentId: string): Promise<CurriculumRule | null> {
  const row = await db.curriculum.findUnique({ where: { documentId }, select: ruleColumns });
  return row && ruleOf(row);
}

/** The curricula that somebody may see, by title. */
export async function curriculaSeen(db: Database, programId: string, organizationId: string) {
  return db.curriculum.findMany({
    where: { programId, document: { OR: [{ visibility: { not: "organization" } }, { organizationId }] } },
    orderBy: { document: { title: "asc" } },
    take: 200,
    select: {
      kind: true, minutes: true, documentId: true,
      document: { select: { number: true, title: true, editions: { orderBy: { number: "desc" }, take: 1, select: { number: true } }, proposals: { where: { stage: { in: ["drafting", "voting"] } }, select: { id: true } } } },
    },
  });
}

export async function saveRule(db: Database, documentId: string, { minutes, topics }: { minutes: number; topics: readonly string[] }): Promise<void> {
  await db.curriculum.update({ where: { documentId }, data: { minutes, topics: [...topics] } });
}

export async function saveMinimum(db: Database, { curriculumId, topic, minutes, groupId }: { curriculumId: string; topic: string; minutes: number; groupId: string }): Promise<void> {
  const key = { curriculumId_topic: { curriculumId, topic } };
  if (minutes === 0) await db.topicMinimum.deleteMany({ where: { curriculumId, topic } });
  else await db.topicMinimum.upsert({ where: key, create: { curriculumId, topic, minutes, groupId }, update: { minutes, groupId } });
}

/** What is taught where: each link with the policy that it leads to. */
export async function linksOfCurriculum(db: Database, curriculumId: string) {
  return db.moduleClause.findMany({
    where: { curriculumId },
    orderBy: [{ document: { number: "asc" } }, { clauseId: "asc" }],
    take: 1000,
    select: { moduleId: true, clauseId: true, document: { select: { id: true, number: true, title: true, programId: true, organizationId: true, visibility: true } } },
  });
}

export type ModuleLink = { curriculumId: string; moduleId: string; documentId: string; clauseId: string };

/** False when the link is there already. */
export async function insertLink(db: Database, link: ModuleLink): Promise<boolean> {
  return (await db.moduleClause.createMany({ data: [link], skipDuplicates: true })).count > 0;
}

/** False when nobody had made it. */
export async function removeLink(db: Database, link: ModuleLink): Promise<boolean> {
  return (await db.moduleClause.deleteMany({ where: link })).count > 0;
}

/** The latest text of each policy that somebody may see, for choosing a clause. */
export async function policiesToLink(db: Database, programId: string, organizationId: string) {
  const rows = await db.document.findMany({
    where: { programId, kind: { in: ["policy", "procedure", "agreement"] }, editions: { some: {} }, OR: [{ visibility: { not: "organization" } }, { organizationId }] },
    orderBy: { number: "asc" },
    take: 50,
    select: { id: true, number: true, title: true, visibility: true, editions: { orderBy: { number: "desc" }, take: 1, select: { frozenText: { select: { content: true } } } } },
  });
  return rows.map(({ editions, visibility, ...document }) => ({ ...document, visibility: readVisibility(visibility), content: editions[0]?.frozenText.content as unknown }));
}

/** The refresher and ICAT curricula that have an edition, refreshers first. */
export async function refresherCurriculum(db: Database, programId: string) {
  const rows = await db.curriculum.findMany({
    where: { programId, kind: { in: ["refresher", "icat"] }, document: { editions: { some: {} } } },
    orderBy: [{ kind: "desc" }, { document: { number: "asc" } }],
    take: 20,
    select: { document: { select: { id: true, number: true, title: true, programId: true, organizationId: true, visibility: true } } },
  });
  return rows.map(({ document }) => document);
}
