import { z } from "zod";
import { anchorWaiting } from "~/commands/comments/anchor-waiting.server";
import { command } from "~/commands/command.server";
import { allowed, refused, type Ruling } from "~/domain/access/ruling";
import { moveProposal, type ProposalStage } from "~/domain/proposals/stages";
import { isOverdue, moveRound } from "~/domain/voting/stages";
import { setFrozen } from "~/store/drafting.server";
import { tell } from "~/store/notices.server";
import { saveProposalStage } from "~/store/proposals.server";
import { endRound, lockRound, votersOf } from "~/store/voting.server";

/** Ends a vote without a result, so that the text can be edited again. Each voter is told why. */
export const voidRound = command("round.void", {
  input: z.strictObject({ roundId: z.string().min(1), reason: z.string().trim().min(1, "Say why the vote is voided. Every voter will read it.").max(5000, "Keep the reason below 5,000 characters.") }),
  load: async (db, { roundId }) => {
    const round = await lockRound(db, roundId, "update");
    return round && { thing: round.thing, round };
  },
  rule: ({ round }, { reason }, { now }): Ruling<{ stage: ProposalStage; reason: string }> => {
    // A vote whose time is up has a result, even when nobody has counted it yet.
    const overdue = isOverdue({ state: round.state, now, closesAt: round.closesAt });
    const move = moveRound(overdue ? "closed" : round.state, "void");
    if (!move.ok) return refused(move.reason, move.status);
    const stage = moveProposal(round.proposal.stage, "voidVote");
    return stage.ok ? allowed({ stage: stage.value, reason }) : stage;
  },
  save: async (db, { stage, reason }, { actor, now }, { round }) => {
    const { proposal } = round;
    const ended = await endRound(db, round.id, { state: "voided", closedAt: now, voidedReason: reason });
    if (!ended || !(await saveProposalStage(db, proposal.id, proposal.stage, stage))) return refused("Someone was first: this vote has already ended.");
    // The text of a charter follows from its rules, so nobody writes in it.
    if (proposal.charterRules === null) await setFrozen(db, proposal.draftId, false);
    if (actor.kind === "person") await anchorWaiting(db, proposal.draftId, actor.personId);
    await tell(db, {
      programId: proposal.programId,
      personIds: [...(await votersOf(db, round.id)), proposal.authorId],
      body: `The vote on proposal ${proposal.number}, ${proposal.title}, was voided and no vote counts: ${reason}`,
      path: `/proposals/${proposal.id}`,
      cause: `round.void:${round.id}`,
    });
    return allowed({ proposalId: proposal.id });
  },
  record: ({ reason }, _result, { round }) => ({ subject: "proposal", subjectId: round.proposal.id, detail: { roundId: round.id, number: round.number, reason } }),
});
