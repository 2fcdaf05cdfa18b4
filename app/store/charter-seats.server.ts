import type { GroupSeats } from "~/domain/voting/charter-contradictions";
import { isFilled, termCovers } from "~/domain/programs/seats";
import type { PastBallot } from "~/domain/voting/replay";
import type { Database } from "./database.server";
import { groupsOf, seatsOf } from "./programs.server";
import { ballotBox, readRules } from "./voting.server";

/** The voting seats of each group on a day: all, and those that somebody holds. */
export async function seatsByGroup(db: Database, programId: string, day: string): Promise<GroupSeats[]> {
  const [groups, seats] = [await groupsOf(db, programId), await seatsOf(db, programId)];
  return groups.map(({ id, name }) => {
    const own = seats.filter((seat) => seat.groupId === id && seat.voting && termCovers(seat, day));
    return { id, name, authorized: own.length, filled: own.filter((seat) => isFilled(seat, day)).length };
  });
}

/**
 * The last votes on proposals that were counted, newest first, as they lay in the box. Without the secret ones: who tries
 * many rules on them would learn how each group voted.
 */
export async function pastBallots(db: Database, programId: string, most: number): Promise<PastBallot[]> {
  const rounds = await db.round.findMany({
    where: { programId, state: "closed", secret: false, proposalId: { not: null }, kind: { in: ["consent", "agreement"] } },
    orderBy: { closedAt: "desc" },
    take: most,
    select: { id: true, kind: true, charter: { select: { rules: true } }, proposal: { select: { id: true, number: true, title: true } } },
  });
  const ballots: PastBallot[] = [];
  for (const { id, kind, charter, proposal } of rounds) {
    if (!proposal) continue;
    const { id: proposalId, number, title } = proposal;
    ballots.push({ id, proposalId, number, title, kind: kind === "agreement" ? kind : "consent", rules: readRules(charter.rules), box: await ballotBox(db, id, programId) });
  }
  return ballots;
}
