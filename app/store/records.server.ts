import type { Actor } from "~/domain/access/may";
import type { Act } from "~/domain/access/permissions";
import { chainStart, recordHash, type RecordBody } from "~/domain/records/chain";
import type { Database } from "./database.server";
import type { Prisma } from "./generated/client";

export type NewRecord = { programId: string; actor: Actor; act: Act; outcome: "done" | "refused"; subject: string; subjectId: string; detail: unknown };

/** Appends to the program's chain. The lock is held to the end of the transaction: without it two records would follow the same one. */
export async function appendRecord(db: Database, { programId, actor, act, outcome, subject, subjectId, detail }: NewRecord): Promise<void> {
  const [row] = await db.$queryRaw<{ now: Date }[]>`
    select clock_timestamp() as now from (select pg_advisory_xact_lock(hashtextextended(${`records:${programId}`}, 0))) as lock`;
  const last = await db.auditRecord.findFirst({ where: { programId }, orderBy: { sequence: "desc" }, select: { sequence: true, hash: true } });
  const person = actor.kind === "person" ? actor : null;
  const body: RecordBody = {
    programId,
    sequence: (last?.sequence ?? 0) + 1,
    at: (row?.now ?? new Date(Number.NaN)).toISOString(),
    actorId: person?.personId ?? null,
    actorName: person?.name ?? (actor.kind === "clock" ? "Program clock" : "Not signed in"),
    organizationId: person?.organizationId ?? null,
    act,
    outcome,
    subject,
    subjectId,
    detail: JSON.parse(JSON.stringify(detail)),
  };
  const previousHash = last?.hash ?? chainStart;
  await db.auditRecord.create({
    data: { ...body, detail: body.detail as Prisma.InputJsonValue, at: new Date(body.at), previousHash, hash: recordHash(previousHash, body) },
  });
}

export type RecordFilter = { programId: string; act?: string; outcome?: string; actorName?: string; subjectId?: string; before?: number };

export async function recordsOf(db: Database, filter: RecordFilter, most: number) {
  const { programId, act, outcome, actorName, subjectId, before } = filter;
  return db.auditRecord.findMany({
    where: {
      programId,
      ...(act ? { act } : {}),
      ...(outcome ? { outcome } : {}),
      ...(subjectId ? { subjectId } : {}),
      ...(actorName ? { actorName: { contains: actorName, mode: "insensitive" as const } } : {}),
      ...(before ? { sequence: { lt: before } } : {}),
    },
    orderBy: { sequence: "desc" },
    take: most,
  });
}

/** The number of a program's last record; 0 where nothing was recorded yet. */
export async function lastSequence(db: Database, programId: string): Promise<number> {
  const last = await db.auditRecord.findFirst({ where: { programId }, orderBy: { sequence: "desc" }, select: { sequence: true } });
  return last?.sequence ?? 0;
}

/** How many acts all programs have recorded: it grows with each, and a page that was made at the same number shows the same. */
export async function recordedSoFar(db: Database): Promise<string> {
  const [found] = await db.$queryRaw<{ count: string }[]>`
    select coalesce(sum(newest.sequence), 0)::text as count from "Program"
    cross join lateral (select sequence from "AuditRecord" where "programId" = "Program".id order by sequence desc limit 1) as newest`;
  return found?.count ?? "0";
}

/** The whole chain of a program, oldest first. */
export async function wholeChain(db: Database, programId: string) {
  return db.auditRecord.findMany({ where: { programId }, orderBy: { sequence: "asc" } });
}
