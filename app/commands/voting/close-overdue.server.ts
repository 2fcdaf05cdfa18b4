import { database } from "~/store/database.server";
import { overdueRounds } from "~/store/voting.server";
import { closeBallot } from "./close-ballot.server";
import { closeRound } from "./close-round.server";

/** Closes the rounds whose time is up: whoever notices first, a page, a ballot or the job. Gives the number of those that this call closed. */
export async function closeOverdue(only: { roundId?: string; proposalId?: string } = {}): Promise<number> {
  let closed = 0;
  for (const { id, programId, decides } of await overdueRounds(database(), only)) {
    const clock = { kind: "clock", programId } as const;
    const outcome = decides ? await closeRound(clock, { roundId: id }) : await closeBallot(clock, { ballotId: id });
    if (outcome.ok) closed += 1;
  }
  return closed;
}
