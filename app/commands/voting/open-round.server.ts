import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { undecidedRuling } from "~/domain/drafting/suggestions";
import { unansweredRuling } from "~/domain/proposals/amendments";
import { openingPower } from "~/domain/voting/charter-powers";
import { dayOf, daysLater, instantOf } from "~/domain/voting/deadline";
import { decidingKinds } from "~/domain/voting/kinds";
import { openingRuling } from "~/domain/voting/opening";
import { bindingVoteRuling } from "~/domain/meetings/times";
import { secrecyOf } from "~/domain/voting/secrecy";
import { hashOf } from "~/editor/canonical.server";
import { textProblems } from "~/editor/text-problems";
import { cleanText } from "~/editor/suggestions/clean-text";
import { pendingSuggestions } from "~/editor/suggestions/pending";
import { workingDoc } from "~/editor/working-text";
import { amendmentsWaiting } from "~/store/amendments.server";
import { charterVoteOpen } from "~/store/charters.server";
import { databaseTime } from "~/store/database.server";
import { textBegunWith } from "~/store/draft-starts.server";
import { draftRows, lockDraft, setFrozen } from "~/store/drafting.server";
import { bindingMeeting, meetingRule } from "~/store/meetings.server";
import { tell } from "~/store/notices.server";
import { lockProgram } from "~/store/programs.server";
import { saveProposalStage } from "~/store/proposals.server";
import { createRound, electorate, lockProposalForRound } from "~/store/rounds.server";
import { isPerson } from "~/store/voting.server";
import { ballotWishes, namesOfGroups, seatsOfRoll, wishedOf } from "~/domain/voting/ballot-wishes";

/** Opens a vote: freezes the text, its hash, the charter and the roll, and tells every voter. */
export const openRound = command("round.open", {
  input: z.strictObject({
    proposalId: z.string().min(1),
    closesAt: z.string().trim().default(""),
    kind: z.enum(decidingKinds, { error: "Choose how the vote decides." }).default("consent"),
    secret: z.enum(["", "yes"]).default(""),
    meetingId: z.string().max(64).default(""),
    ...ballotWishes,
  }),
  load: async (db, { proposalId, meetingId }) => {
    const proposal = await lockProposalForRound(db, proposalId);
    if (!proposal) return null;
    await lockDraft(db, proposal.draftId);
    if (proposal.charterRules !== null) await lockProgram(db, proposal.programId);
    const rows = await draftRows(db, proposal.draftId);
    if (!rows) return null;
    const { doc } = workingDoc(rows);
    const content = cleanText(doc);
    const today = dayOf(await databaseTime(db), proposal.timeZone);
    const problems = textProblems(proposal.document.kind, await textBegunWith(db, proposal.draftId), content);
    const charterVote = proposal.charterRules !== null && (await charterVoteOpen(db, proposal.programId, proposal.id));
    const [rule, meeting] = await Promise.all([meetingRule(db, proposal.programId), bindingMeeting(db, proposal.programId, meetingId)]);
    return { thing: proposal.thing, proposal, rule, meeting, content, charterVote, problems, undecided: pendingSuggestions(doc).length, unanswered: await amendmentsWaiting(db, proposal.id), hash: hashOf(content), roll: await electorate(db, proposal.programId, today) };
  },
  rule: ({ proposal, rule, meeting, hash, roll, problems, undecided, unanswered, charterVote }, input, { actor, now }) => {
    const power = openingPower(proposal.charter.rules, actor);
    if (!power.ok) return power;
    if (charterVote) return refused("A vote about the charter is open already. One change of the charter is voted on at a time.");
    if (input.meetingId !== "" && !meeting) return refused("That meeting does not exist.", 422, "meetingId");
    const given = input.closesAt === "" ? allowed(meeting ? meeting.endsAt : daysLater(now, proposal.charter.rules.votingDays, proposal.timeZone)) : instantOf(input.closesAt, proposal.timeZone, "closesAt");
    if (!given.ok) return given;
    const closesAt = given.value;
    const waiting = undecidedRuling(undecided, "open the vote") ?? unansweredRuling(unanswered);
    if (waiting) return waiting;
    const ruling = openingRuling({
      stage: proposal.stage,
      documentNumber: proposal.document.number,
      why: proposal.why,
      affected: proposal.affected,
      baseEdition: proposal.baseEdition.number,
      latestEdition: proposal.latestEdition,
      differs: hash !== proposal.baseEdition.hash,
      noticeDays: proposal.charter.rules.noticeDays,
      readableSince: proposal.createdAt,
      votersOnRoll: roll.filter(({ personId }) => personId).length,
      now,
      closesAt,
      problems,
    });
    if (!ruling.ok) return ruling;
    const binding = bindingVoteRuling({ ...rule, meeting, now, closesAt });
    if (!binding.ok) return binding;
    const secret = input.secret === "yes";
    const secrecy = secret && secrecyOf(input.kind, proposal.charter.rules, seatsOfRoll(roll), namesOfGroups(roll)).refused;
    if (secrecy) return refused(secrecy, 422, "secret");
    return allowed({ stage: ruling.value, closesAt, kind: input.kind, secret, ...wishedOf(input, secret) });
  },
  save: async (db, { stage, closesAt, ...asked }, { actor, now }, { proposal, meeting, content, hash, roll }) => {
    if (!isPerson(actor)) return refused("Only a person opens a vote.", 403);
    if (!(await saveProposalStage(db, proposal.id, proposal.stage, stage))) return refused("Someone was first: this proposal has moved on meanwhile.");
    await setFrozen(db, proposal.draftId, true);
    const { id: proposalId, programId, documentId, nextRound: number, charter } = proposal;
    const round = await createRound(db, { ...asked, meetingId: meeting?.id ?? null, programId, proposalId, documentId, number, content, hash, charterId: charter.id, openedById: actor.personId, openedAt: now, closesAt, roll });
    await tell(db, {
      programId: proposal.programId,
      personIds: roll.flatMap(({ personId }) => (personId ? [personId] : [])),
      body: `The vote on proposal ${proposal.number}, ${proposal.title}, is open. Your seat has a vote.`,
      path: `/proposals/${proposal.id}#vote`,
      cause: `round.open:${round.id}`,
    });
    await tell(db, {
      programId: proposal.programId,
      personIds: roll.flatMap(({ alternateId }) => (alternateId ? [alternateId] : [])),
      body: `The vote on proposal ${proposal.number}, ${proposal.title}, is open. You are an alternate: you can vote while the holder of the seat has not.`,
      path: `/proposals/${proposal.id}#vote`,
      cause: `round.open:${round.id}`,
    });
    return allowed({ roundId: round.id, proposalId: proposal.id });
  },
  record: ({ closesAt, kind, secret }, { roundId }, { proposal, hash, roll }) => ({
    subject: "proposal",
    subjectId: proposal.id,
    detail: { roundId, number: proposal.nextRound, kind, ...(secret ? { secret } : {}), closesAt: closesAt.toISOString(), hash, charter: proposal.charter.version, seats: roll.length, voters: roll.filter(({ personId }) => personId).length },
  }),
  announce: (_change, _result, { proposal }) => [{ kind: "draft.frozen", draftId: proposal.draftId, reason: "A vote is open on this text, so it can no longer be changed." }],
});
