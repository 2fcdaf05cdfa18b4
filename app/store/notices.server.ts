import { kindOfCause, type NoticeKind } from "~/domain/notices/kinds";
import type { Database } from "./database.server";
import { oweMail } from "./mails.server";

export type NewNotice = {
  programId: string;
  personIds: readonly string[];
  body: string;
  path: string;
  cause: string;
  /** Read from the cause where it is not given. */
  kind?: NoticeKind;
  /** What its mail is threaded with, as "proposal:ID", where the path does not lead there. */
  thread?: string;
  /** Too late in a digest: mailed at once to whoever gets mail. */
  urgent?: boolean;
};

/** Tells each person once per cause, and owes them a mail or a line of their digest; path is where the notice leads. */
export async function tell(db: Database, { programId, personIds, body, path, cause, kind = kindOfCause(cause), thread, urgent = false }: NewNotice): Promise<void> {
  const rows = [...new Set(personIds)].map((personId) => ({ programId, personId, body, path, cause, kind, thread: thread ?? null }));
  const told = await db.notice.createManyAndReturn({ data: rows, skipDuplicates: true, select: { id: true, personId: true } });
  if (told.length > 0) await oweMail(db, told, { programId, cause, kind, urgent });
}

export async function noticesOf(db: Database, personId: string, most: number) {
  return db.notice.findMany({ where: { personId }, orderBy: { at: "desc" }, take: most, select: { id: true, body: true, path: true, at: true, readAt: true } });
}

export async function unreadNotices(db: Database, personId: string): Promise<number> {
  return db.notice.count({ where: { personId, readAt: null } });
}

export async function markNoticesRead(db: Database, personId: string, at: Date): Promise<number> {
  const { count } = await db.notice.updateMany({ where: { personId, readAt: null }, data: { readAt: at } });
  return count;
}
