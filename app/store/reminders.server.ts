import type { Database } from "./database.server";

/** Open votes that close within so many hours by the database's clock. */
export async function roundsClosingSoon(db: Database, hours: number): Promise<{ id: string; programId: string }[]> {
  return db.$queryRaw<{ id: string; programId: string }[]>`
    select round.id, round."programId" from "Round" round
    where round.state = 'open' and round."closesAt" > clock_timestamp() and round."closesAt" <= clock_timestamp() + ${hours} * interval '1 hour'
    order by round."closesAt"`;
}

/** Those on the roll of a round, holders and alternates, whose seat has neither voted nor stepped back, and who were not told of this cause. */
export async function votersToRemind(db: Database, roundId: string, cause: string): Promise<string[]> {
  const rows = await db.rollEntry.findMany({ where: { roundId, hasVoted: false, recusedAt: null }, select: { personId: true, alternateId: true } });
  const onRoll = rows.flatMap(({ personId, alternateId }) => [personId, alternateId].filter((id) => id !== null));
  const people = await db.person.findMany({ where: { id: { in: onRoll }, suspendedAt: null, notices: { none: { cause } } }, select: { id: true } });
  return people.map(({ id }) => id);
}
