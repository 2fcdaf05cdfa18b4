import { announcementChannel, type Announcement } from "~/domain/notices/announcement";
import type { Database } from "./database.server";
import type { Prisma } from "./generated/client";

type Content = { type: string; [part: string]: unknown };

/** The version is that of the text once the step is applied: the first step makes version 1. */
export type StoredStep = { version: number; step: unknown; authorId: string; batchId: string; at: Date };
export type DraftRows = {
  id: string;
  documentId: string;
  version: number;
  frozen: boolean;
  baseEditionId: string | null;
  schemaVersion: string;
  snapshot: { version: number; content: Content };
  steps: { version: number; step: unknown; authorId: string; at: Date }[];
};
export type NewBatch = { batchId: string; authorId: string; steps: readonly unknown[] };

export async function createDraft(
  db: Database,
  { documentId, baseEditionId, content, schemaVersion }: { documentId: string; baseEditionId?: string; content: unknown; schemaVersion?: string },
): Promise<{ id: string }> {
  return db.draft.create({
    data: { documentId, baseEditionId: baseEditionId ?? null, schemaVersion: schemaVersion ?? "", start: content as Prisma.InputJsonValue },
    select: { id: true },
  });
}

/** A snapshot and the steps after it, up to a version or to now. Null when there is no such draft. */
export async function draftRows(db: Database, draftId: string, upTo = Number.MAX_SAFE_INTEGER): Promise<DraftRows | null> {
  const draft = await db.draft.findUnique({ where: { id: draftId } });
  if (!draft) return null;
  const version = Math.min(draft.version, upTo);
  const kept = await db.snapshot.findFirst({ where: { draftId, version: { lte: version } }, orderBy: { version: "desc" } });
  const snapshot = { version: kept?.version ?? 0, content: (kept?.content ?? draft.start) as Content };
  const steps = await stepsAfter(db, draftId, snapshot.version, version);
  return { id: draft.id, documentId: draft.documentId, version, frozen: draft.frozen, baseEditionId: draft.baseEditionId, schemaVersion: draft.schemaVersion, snapshot, steps };
}

export async function stepsAfter(db: Database, draftId: string, version: number, upTo?: number): Promise<StoredStep[]> {
  return db.draftStep.findMany({
    where: { draftId, version: { gt: version, ...(upTo === undefined ? {} : { lte: upTo }) } },
    orderBy: { version: "asc" },
    select: { version: true, step: true, authorId: true, batchId: true, at: true },
  });
}

export async function lockDraft(db: Database, draftId: string): Promise<{ version: number; frozen: boolean } | null> {
  const [row] = await db.$queryRaw<{ version: number; frozen: boolean }[]>`select "version", "frozen" from "Draft" where "id" = ${draftId} for update`;
  return row ?? null;
}

export async function setFrozen(db: Database, draftId: string, frozen: boolean): Promise<void> {
  await db.draft.update({ where: { id: draftId }, data: { frozen } });
}

/**
 * Stores batches after a version, in one round trip: all of them, or none when somebody else was
 * first, when the draft is frozen, or when one of the batches is stored already.
 * The unique key (draft, version) is what decides between processes.
 */
export async function appendSteps(
  db: Database,
  { draftId, after, batches, announcement }: { draftId: string; after: number; batches: readonly NewBatch[]; announcement: { channel: string; payload: string } },
): Promise<boolean> {
  const rows = batches.flatMap(({ batchId, authorId, steps }) => steps.map((step) => ({ step, authorId, batchId })));
  if (rows.length === 0) return true;
  const given = JSON.stringify(rows);
  const batchIds = batches.map(({ batchId }) => batchId);
  const [done] = await db.$queryRaw<{ stored: bigint }[]>`
    with draft as (
      update "Draft" set "version" = "version" + ${rows.length}
      where "id" = ${draftId} and "version" = ${after} and not "frozen"
        and not exists (select 1 from "DraftStep" where "draftId" = ${draftId} and "batchId" = any(${batchIds}))
      returning "id"
    ), stored as (
      insert into "DraftStep" ("draftId", "version", "step", "authorId", "batchId", "at")
      select draft."id", ${after}::int + given.place::int, given.row -> 'step', given.row ->> 'authorId', given.row ->> 'batchId', clock_timestamp()
      from draft, jsonb_array_elements(${given}::jsonb) with ordinality as given(row, place)
      returning "version"
    ), told as (select pg_notify(${announcement.channel}, ${announcement.payload}) from draft)
    select (select count(*) from stored) + 0 * (select count(*) from told) as stored`;
  return Number(done?.stored ?? 0) === rows.length;
}

/**
 * Stores steps that the server itself puts on a text for somebody, and tells the open rooms when the transaction commits.
 * Runs after `lockDraft`, on the version that the lock showed; gives the new version.
 */
export async function appendServerSteps(
  db: Database,
  { draftId, after, authorId, batchId, steps }: { draftId: string; after: number; authorId: string; batchId: string; steps: readonly unknown[] },
): Promise<number> {
  const version = after + steps.length;
  const announcement: Announcement = { kind: "draft.stepped", draftId, version };
  const stored = await appendSteps(db, { draftId, after, batches: [{ batchId, authorId, steps }], announcement: { channel: announcementChannel, payload: JSON.stringify(announcement) } });
  if (!stored) throw new Error("The text was changed or frozen in between.");
  return version;
}

export async function saveSnapshot(db: Database, draftId: string, version: number, content: unknown): Promise<void> {
  await db.$executeRaw`insert into "Snapshot" ("draftId", "version", "content") values (${draftId}, ${version}, ${JSON.stringify(content)}::jsonb) on conflict do nothing`;
}

/** The draft now starts from another edition. */
export async function rebaseDraft(db: Database, draftId: string, baseEditionId: string): Promise<void> {
  await db.draft.update({ where: { id: draftId }, data: { baseEditionId } });
}

/** What may() and the pages need to know of a draft: whose document it is, and the proposal it is the branch of. */
export async function draftPlace(db: Database, draftId: string) {
  const draft = await db.draft.findUnique({
    where: { id: draftId },
    select: {
      id: true, version: true, frozen: true, schemaVersion: true, baseEditionId: true,
      document: { select: { id: true, title: true, number: true, programId: true, organizationId: true, visibility: true, createdById: true, program: { select: { name: true, timeZone: true } } } },
      proposal: { select: { id: true, number: true, title: true, stage: true, authorId: true } },
    },
  });
  if (!draft) return null;
  const { programId, organizationId, visibility, createdById } = draft.document;
  return { ...draft, thing: { programId, organizationId, visibility: visibilityOf(visibility), ownerIds: [draft.proposal?.authorId ?? createdById] } };
}

/** The newest working text of a document of its own, and that of a proposal. */
export async function draftIdOf(db: Database, where: { documentId: string } | { proposalId: string }): Promise<string | null> {
  if ("proposalId" in where) return (await db.proposal.findUnique({ where: { id: where.proposalId }, select: { draftId: true } }))?.draftId ?? null;
  const draft = await db.draft.findFirst({ where: { documentId: where.documentId, proposal: null }, orderBy: { createdAt: "desc" }, select: { id: true } });
  return draft?.id ?? null;
}

function visibilityOf(stored: string): "organization" | "program" | "public" {
  return stored === "public" || stored === "program" ? stored : "organization";
}

/** The face of a group, beside the names of those who write. */
export async function groupFace(db: Database, groupId: string) {
  return db.group.findUnique({ where: { id: groupId }, select: { name: true, shortName: true, shape: true, colour: true } });
}
