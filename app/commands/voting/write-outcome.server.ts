import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { tell } from "~/store/notices.server";
import { insertOutcome } from "~/store/outcomes.server";
import { isPerson, roundById, votersOf } from "~/store/voting.server";

const said = (empty: string) => z.string({ error: empty }).trim().min(1, empty).max(4000, "Keep this below 4,000 characters.");

/** Says what a closed vote means and what happens next. It is written once and stays with the record. */
export const writeOutcome = command("outcome.write", {
  input: z.strictObject({ roundId: z.string().min(1), statement: said("Say what came out of the vote."), next: said("Say what happens next, and who does it.") }),
  load: async (db, { roundId }) => {
    const round = await roundById(db, roundId);
    return round && { thing: round.thing, round };
  },
  rule: ({ round }, { statement, next }) => {
    if (round.state !== "closed") return refused("An outcome is written when the vote is closed.");
    if (round.heldUntil) return refused("This vote was held for a revision. Its outcome is written after the second vote.");
    return allowed({ statement, next });
  },
  save: async (db, said, { actor, now }, { round }) => {
    if (!isPerson(actor)) return refused("Only a person writes an outcome.", 403);
    if (!(await insertOutcome(db, { ...said, roundId: round.id, writtenById: actor.personId, writtenAt: now }))) return refused("The outcome of this vote was written already.");
    const { proposal } = round;
    await tell(db, {
      programId: proposal.programId,
      personIds: [...(await votersOf(db, round.id)), proposal.authorId],
      body: `Proposal ${proposal.number}, ${proposal.title}: what the vote means, and what happens next.`,
      path: `/proposals/${proposal.id}#vote`,
      cause: `outcome.write:${round.id}`,
    });
    return allowed({ proposalId: proposal.id });
  },
  record: (said, _result, { round }) => ({ subject: "proposal", subjectId: round.proposal.id, detail: { roundId: round.id, ...said } }),
});
