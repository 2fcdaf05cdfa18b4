import type { GroupSeats } from "~/domain/voting/charter-contradictions";
import { isFilled, termCovers } from "~/domain/programs/seats";
import type { PastBallot } from "~/domain/voting/replay";
import type { Database } from "./database.server";
import { groupsOf, seatsOf } from "./programs.server";
import { readChoice, readRules } from "./voting.server";

/** The voting seats of each group on a day: all, and those that somebody holds. */
export async function seatsByGroup(db: Database, programId: string, day: string): Promise<GroupSeats[]> {
  const [groups, seats] = [await groupsOf(db, programId), await seatsOf(db, programId)];
  return groups.map(({ id, name }) => {
    const own = seats.filter((seat) => seat.groupId === id && seat.voting && termCovers(seat, day));
    return { id, name, authorized: own.length, filled: own.filter((seat) => isFilled(seat, day)).length };
  });
}

/** The last ballots that were counted, newest first, as they lay in the box. */
export async function pastBallots(db: Database, programId: string, most: number): Promise<PastBallot[]> {
  const rounds = await db.round.findMany({
    where: { state: "closed", proposal: { programId } },
    orderBy: { closedAt: "desc" },
    take: most,
    select: {
      id: true,
      charter: { select: { rules: true } },
      proposal: { select: { id: true, number: true, title: true } },
      roll: { orderBy: { id: "asc" }, select: { seatId: true, groupId: true, groupName: true, organizationId: true, organizationName: true, personId: true, recusedAt: true, vote: { select: { choice: true } } } },
    },
  });
  const groups = await groupsOf(db, programId);
  return rounds.map(({ id, charter, proposal, roll }) => ({
    id,
    proposalId: proposal.id,
    number: proposal.number,
    title: proposal.title,
    rules: readRules(charter.rules),
    groups: groups.map((group) => ({ id: group.id, name: roll.find(({ groupId }) => groupId === group.id)?.groupName ?? group.name })),
    roll: roll.map(({ personId, recusedAt, vote: _vote, groupName: _name, ...seat }) => ({ ...seat, filled: personId !== null, ...(recusedAt ? { recused: true } : {}) })),
    votes: roll.flatMap(({ seatId, vote }) => (vote ? [{ seatId, choice: readChoice(vote.choice) }] : [])),
  }));
}
