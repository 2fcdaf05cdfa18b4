import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused, type Ruling } from "~/domain/access/ruling";
import { dueAfter } from "~/domain/decisions/clock";
import { moveProposal, type ProposalStage } from "~/domain/proposals/stages";
import { outcomeInWords } from "~/domain/voting/conditions";
import { countDecision } from "~/domain/voting/count-decision";
import { isOverdue, moveRound } from "~/domain/voting/stages";
import type { Tally } from "~/domain/voting/tally";
import { askHeads } from "~/store/decisions.server";
import { tell } from "~/store/notices.server";
import { saveProposalStage } from "~/store/proposals.server";
import { heldInWords, holdUntil } from "~/domain/voting/holding";
import { putCharterInForce } from "~/store/charters.server";
import { beginRevision } from "~/store/revisions.server";
import { ballotBox, endRound, lockRound, readRules, safetyObjections, votersOf } from "~/store/voting.server";

type Closing = { tally: Tally; stage: ProposalStage; closedAt: Date; heldUntil: Date | null };

/** Counts and closes a round, in one transaction under the lock that no ballot can pass. By hand before the deadline, by the clock after it. */
export const closeRound = command("round.close", {
  input: z.strictObject({ roundId: z.string().min(1) }),
  load: async (db, { roundId }) => {
    const round = await lockRound(db, roundId, "update");
    return round && { thing: round.thing, round, box: await ballotBox(db, roundId, round.proposal.programId, round.secret), safety: await safetyObjections(db, roundId) };
  },
  rule: ({ round, box, safety }, _input, { actor, now }): Ruling<Closing> => {
    const move = moveRound(round.state, "close");
    if (!move.ok) return refused(move.reason, move.status);
    const overdue = isOverdue({ state: round.state, now, closesAt: round.closesAt });
    if (actor.kind === "clock" && !overdue) return refused("This vote is still open.");
    const tally = countDecision({ kind: round.kind, rules: round.charter.rules, secret: round.secret }, box);
    const closedAt = overdue ? round.closesAt : now;
    const { reviseUntil, charterRules } = round.proposal;
    const heldUntil = holdUntil({ carried: tally.carried, safetyObjections: safety, revisedBefore: reviseUntil !== null, isCharter: charterRules !== null, closedAt, timeZone: round.proposal.timeZone });
    const stage = moveProposal(round.proposal.stage, heldUntil ? "revise" : tally.carried ? "carry" : "fail");
    return stage.ok ? allowed({ tally, stage: stage.value, closedAt, heldUntil }) : stage;
  },
  save: async (db, { tally, stage, closedAt, heldUntil }, _moment, { round }) => {
    const { proposal } = round;
    const ended = await endRound(db, round.id, { state: "closed", closedAt, result: tally, heldUntil });
    if (!ended || !(await saveProposalStage(db, proposal.id, proposal.stage, stage))) return refused("Someone was first: this vote has already ended.");
    const said = `Proposal ${proposal.number}, ${proposal.title}: ${heldUntil ? heldInWords : `${outcomeInWords(tally)}.`}`;
    await tell(db, {
      programId: proposal.programId,
      personIds: [...(await votersOf(db, round.id)), proposal.authorId],
      body: said,
      path: `/proposals/${proposal.id}`,
      cause: `round.close:${round.id}`,
    });
    if (heldUntil) await beginRevision(db, proposal, heldUntil);
    else if (tally.carried && proposal.charterRules) await putCharterInForce(db, { proposal, rules: readRules(proposal.charterRules), frozenTextId: round.frozenTextId, hash: round.hash, at: closedAt });
    else if (tally.carried) {
      await askHeads(db, {
        programId: proposal.programId,
        documentId: proposal.document.id,
        frozenTextId: round.frozenTextId,
        proposalId: proposal.id,
        roundId: round.id,
        askedAt: closedAt,
        dueAt: dueAfter(closedAt, round.charter.rules.daysToDecide),
        body: `Proposal ${proposal.number}, ${proposal.title}, was carried and needs your decision.`,
      });
    }
    return allowed({ proposalId: proposal.id, carried: tally.carried && !heldUntil });
  },
  record: ({ tally, closedAt, heldUntil }, _result, { round }) => ({
    subject: "proposal",
    subjectId: round.proposal.id,
    detail: {
      roundId: round.id,
      number: round.number,
      closedAt: closedAt.toISOString(),
      outcome: outcomeInWords(tally),
      ...(heldUntil ? { heldUntil: heldUntil.toISOString() } : {}),
      hash: round.hash,
      charter: round.charter.version,
      groups: tally.groups.map(({ name, consent, object, abstain, withheld }) => (withheld ? { name, withheld } : { name, consent, object, abstain })),
    },
  }),
});
