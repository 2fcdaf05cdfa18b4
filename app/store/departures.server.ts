import type { Database } from "./database.server";

/** Ends what an agency has in the program: its seats, its texts in force, the documents that apply to it. What it did stays. False when it left already. */
export async function endAgency(db: Database, { organizationId, leftOn, lastDay }: { organizationId: string; leftOn: string; lastDay: string }): Promise<boolean> {
  const [from, until] = [leftOn, lastDay].map((day) => new Date(`${day}T00:00:00Z`));
  if (!from || !until) return false;
  const { count } = await db.organization.updateMany({ where: { id: organizationId, leftOn: null }, data: { leftOn: from } });
  await db.adoption.updateMany({ where: { organizationId, OR: [{ until: null }, { until: { gt: until } }] }, data: { until } });
  await db.documentAgency.deleteMany({ where: { organizationId } });
  await db.seat.updateMany({ where: { organizationId, OR: [{ termEnd: null }, { termEnd: { gte: from } }] }, data: { termEnd: from, holderId: null } });
  return count === 1;
}
