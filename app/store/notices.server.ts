import type { Database } from "./database.server";

export type NewNotice = { programId: string; personIds: readonly string[]; body: string; path: string; cause: string };

/** Tells each person once per cause; path is where the notice leads. */
export async function tell(db: Database, { programId, personIds, body, path, cause }: NewNotice): Promise<void> {
  const rows = [...new Set(personIds)].map((personId) => ({ programId, personId, body, path, cause }));
  await db.notice.createMany({ data: rows, skipDuplicates: true });
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
