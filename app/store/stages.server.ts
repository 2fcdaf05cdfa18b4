import { readApprovalState, toBegin, type ApprovalState } from "~/domain/decisions/approval";
import { noPath, readStages, type Path } from "~/domain/decisions/path";
import { openStates } from "~/domain/decisions/stages";
import { dueAfter } from "~/domain/decisions/clock";
import type { Database } from "./database.server";
import type { Prisma } from "./generated/client";
import { tell } from "./notices.server";

export const stagesWhole = {
  orderBy: { position: "asc" },
  include: {
    approvers: { select: { personId: true, person: { select: { name: true, suspendedAt: true } } } },
    skippedBy: { select: { name: true } },
    signatures: { orderBy: { signedAt: "asc" }, include: { person: { select: { name: true } } } },
  },
} as const satisfies Prisma.Decision$stagesArgs;

type StageRow = Prisma.DecisionStageGetPayload<typeof stagesWhole>;
export type Stage = ReturnType<typeof readStage>;

/** A stored stage: `signatures` are those of the attempt that counts, `earlier` those that an edit voided. */
export function readStage({ signatures, ...row }: StageRow) {
  const read = signatures.map(({ noticeOn, ...signature }) => ({ ...signature, noticeOn: noticeOn?.toISOString().slice(0, 10) ?? null }));
  return { ...row, state: readApprovalState(row.state), signatures: read.filter(({ attempt }) => attempt === row.attempt), earlier: read.filter(({ attempt }) => attempt !== row.attempt) };
}

export async function pathOf(db: Database, organizationId: string): Promise<Path> {
  const row = await db.agencyPath.findUnique({ where: { organizationId } });
  return row ? { version: row.version, stages: readStages(row.stages), holidays: row.holidays } : noPath;
}

/** False when somebody changed the path since it was read. */
export async function savePath(db: Database, organizationId: string, { version, stages, holidays }: Path, at: Date): Promise<boolean> {
  const row = { version: version + 1, stages: stages as Prisma.InputJsonValue, holidays, changedAt: at };
  const { count } = version === 0 ? await db.agencyPath.createMany({ data: [{ organizationId, ...row }], skipDuplicates: true }) : await db.agencyPath.updateMany({ where: { organizationId, version }, data: row });
  return count === 1;
}

/** Lays an agency's path before a decision, as it is now; later changes of the path do not touch it. */
export async function layPath(db: Database, { decisionId, organizationId, at }: { decisionId: string; organizationId: string; at: Date }): Promise<void> {
  if ((await db.decisionStage.count({ where: { decisionId } })) > 0) return;
  const { stages } = await pathOf(db, organizationId);
  for (const [position, { name, step, days, noticeDays, approverIds }] of stages.entries())
    await db.decisionStage.create({ data: { decisionId, position, name, step, days, noticeDays, state: "waiting", approvers: { create: approverIds.map((personId) => ({ personId })) } } });
  await beginNext(db, decisionId, at);
}

/** Begins the stages whose turn it is and tells their approvers. */
export async function beginNext(db: Database, decisionId: string, at: Date): Promise<void> {
  const rows = await db.decisionStage.findMany({ where: { decisionId }, include: { approvers: true, decision: { select: { programId: true, document: { select: { number: true, title: true } } } } } });
  for (const stage of toBegin(rows.map((row) => ({ ...row, state: readApprovalState(row.state) })))) {
    await db.decisionStage.updateMany({ where: { id: stage.id, state: "waiting" }, data: { state: "open", openedAt: at, dueAt: dueAfter(at, stage.days) } });
    const { programId, document } = stage.decision;
    await tell(db, {
      programId,
      personIds: stage.approvers.map(({ personId }) => personId),
      body: `${stage.name} of ${document.number}, ${document.title}, waits for your sign-off.`,
      path: `/stages/${stage.id}/signature`,
      cause: `stage.begin:${stage.id}:${stage.attempt}`,
    });
  }
}

/** The decision that a stage belongs to. */
export async function stagesOfDecisions(db: Database, decisionIds: readonly string[]) {
  const rows = await db.decisionStage.findMany({ where: { decisionId: { in: [...decisionIds] } }, ...stagesWhole });
  return decisionIds.flatMap((decisionId) => {
    const stages = rows.filter((row) => row.decisionId === decisionId).map(readStage);
    return stages.length > 0 ? [{ decisionId, stages }] : [];
  });
}

export async function decisionOfStage(db: Database, stageId: string): Promise<string | null> {
  const stage = await db.decisionStage.findUnique({ where: { id: stageId }, select: { decisionId: true } });
  return stage?.decisionId ?? null;
}

export type NewSignature = { stageId: string; attempt: number; personId: string; note: string; noticeOn: string | null; signedHash: string; signedFrom: string; signedAt: Date };

/** False when this person has signed the stage already. */
export async function saveSignature(db: Database, { noticeOn, ...signature }: NewSignature): Promise<boolean> {
  const { count } = await db.stageSignature.createMany({ data: [{ ...signature, noticeOn: noticeOn === null ? null : new Date(`${noticeOn}T00:00:00Z`) }], skipDuplicates: true });
  return count === 1;
}

/** Moves a stage on from the state the rule saw. False when someone was first. */
export async function moveStage(db: Database, { id, state }: { id: string; state: ApprovalState }, to: { state: ApprovalState; doneAt: Date; skippedById?: string; skippedReason?: string }): Promise<boolean> {
  const { count } = await db.decisionStage.updateMany({ where: { id, state }, data: to });
  return count === 1;
}

/** An edit: every stage that was signed off, skipped or under way starts again; what was signed stays on record under its attempt. */
export async function restartStages(db: Database, decisionId: string, at: Date): Promise<void> {
  await db.decisionStage.updateMany({ where: { decisionId }, data: { state: "waiting", attempt: { increment: 1 }, openedAt: null, dueAt: null, doneAt: null, skippedById: null, skippedReason: "" } });
  await beginNext(db, decisionId, at);
}

/** The stages that wait for a person's sign-off, the first due first. */
export async function stagesToSign(db: Database, personId: string) {
  const rows = await db.decisionStage.findMany({
    where: { state: "open", approvers: { some: { personId } }, decision: { outcome: { in: openStates } } },
    orderBy: { dueAt: "asc" },
    take: 50,
    select: {
      id: true,
      name: true,
      dueAt: true,
      attempt: true,
      signatures: { where: { personId }, select: { attempt: true } },
      decision: { select: { organization: { select: { name: true } }, document: { select: { number: true, title: true } }, proposal: { select: { title: true } } } },
    },
  });
  return rows.filter(({ attempt, signatures }) => !signatures.some((signature) => signature.attempt === attempt)).map(({ signatures: _signed, attempt: _attempt, ...stage }) => stage);
}
