import { randomUUID } from "node:crypto";
import { castVote } from "../../app/commands/voting/cast-vote.server";
import { declareRecusal } from "../../app/commands/voting/declare-recusal.server";
import { type Attempt, inForce, open, program, type RouteActs } from "./attempts";
import type { Caller, World } from "./matrix-world";

/** Which act each address of votes, ballots, meetings and concerns asks for. */
export const voteActs: Record<string, RouteActs> = {
  "routes/meetings._index": { GET: { act: "meeting.read", make: program } },
  "routes/meetings.new": {
    GET: { act: "meeting.call", make: program },
    POST: { act: "meeting.call", make: (world, caller) => ({ ...program(world, caller), form: { title: "Steering committee", place: "Library", startsAt: "2099-01-15T17:00", endsAt: "2099-01-15T18:00" } }) },
  },
  "routes/meetings.rule": {
    GET: { act: "meeting.rule", make: program },
    POST: { act: "meeting.rule", make: (world, caller) => ({ ...program(world, caller), form: { openMeetings: "no", noticeHours: "24" } }) },
  },
  "routes/meetings.$meetingId._index": { GET: { act: "meeting.read", make: (world) => meeting(world) } },
  "routes/meetings.$meetingId.agenda": {
    GET: { act: "meeting.call", make: (world) => meeting(world) },
    POST: { act: "meeting.call", make: async (world) => ({ ...(await meeting(world)), form: { lines: "Welcome" } }) },
  },
  "routes/meetings.$meetingId.notice": { GET: { act: "meeting.read", make: (world) => meeting(world) }, POST: { act: "meeting.call", make: (world) => meeting(world) } },
  "routes/meetings.$meetingId.cancellation": {
    GET: { act: "meeting.read", make: (world) => meeting(world) },
    POST: { act: "meeting.call", make: async (world) => ({ ...(await meeting(world)), form: { reason: "The snow." } }) },
  },
  "routes/meetings.$meetingId.attendance": {
    GET: { act: "meeting.read", make: (world) => meeting(world, true) },
    POST: { act: "meeting.minute", make: async (world) => ({ ...(await meeting(world, true)), form: { seatIds: [await world.seatOf("peer")] } }) },
  },
  "routes/meetings.$meetingId.motions": {
    GET: { act: "meeting.read", make: (world) => meeting(world, true) },
    POST: {
      act: "meeting.minute",
      make: async (world) => {
        const [one, other] = [await world.seatOf("peer"), await world.seatOf("advocate")];
        return { ...(await meeting(world, true)), form: { requestId: randomUUID(), words: "To begin at six.", movedBy: one, secondedBy: other, [`vote-${one}`]: "consent" } };
      },
    },
  },
  "routes/meetings.$meetingId.minutes": {
    GET: { act: "meeting.read", make: (world) => meeting(world, true) },
    POST: { act: "meeting.minute", make: async (world) => ({ ...(await meeting(world, true)), form: { notes: "" } }) },
  },
  "routes/concerns._index": { GET: { act: "concern.triage", make: program } },
  // All senders share one allowance.
  "routes/concerns.new": { GET: { act: "concern.submit", make: open }, POST: { act: "concern.submit", make: () => ({ ...open(), form: { body: "Night shifts skip the call-back." } }), also: ["429"] } },
  // No concern has this code, which is said at the field.
  "routes/concerns.answer": { GET: { act: "concern.submit", make: open }, POST: { act: "concern.submit", make: () => ({ ...open(), form: { code: "aaaa-bbbb" } }), also: ["422", "429"] } },
  "routes/concerns.$concernId._index": {
    GET: { act: "concern.triage", make: concern },
    POST: { act: "concern.triage", make: async (world) => ({ ...(await concern(world)), form: { verdict: "answer", words: "Thank you." } }) },
  },
  // A concern that nobody settled is not taken up yet: told after the right was asked.
  "routes/concerns.$concernId.proposal": { GET: { act: "concern.triage", make: concern }, POST: { act: "concern.triage", make: async (world) => ({ ...(await concern(world)), form: { proposalId: "none" } }), also: ["409"] } },
  "routes/ballots._index": { GET: { act: "ballot.read", make: program } },
  "routes/ballots.new": {
    GET: { act: "ballot.open", make: program },
    POST: { act: "ballot.open", make: (world, caller) => ({ ...program(world, caller), form: { kind: "single", question: "Where do we meet?", options: "Library\nStation", closesAt: "" } }) },
  },
  "routes/ballots.$ballotId._index": { GET: { act: "ballot.read", make: ballot } },
  "routes/ballots.$ballotId.closing": { GET: { act: "ballot.read", make: ballot }, POST: { act: "round.close", make: ballot } },
  "routes/rounds.$roundId.votes": {
    GET: { act: "ballot.read", make: round },
    POST: { act: "vote.cast", make: async (world) => ({ ...(await round(world)), form: { requestId: randomUUID(), choice: "consent", reason: "" } }) },
  },
  "routes/rounds.$roundId.withdrawal": { GET: { act: "ballot.read", make: round }, POST: { act: "vote.cast", make: ownVote } },
  "routes/rounds.$roundId.closing": { GET: { act: "ballot.read", make: round }, POST: { act: "round.close", make: round } },
  "routes/rounds.$roundId.voiding": {
    GET: { act: "ballot.read", make: round },
    POST: { act: "round.void", make: async (world) => ({ ...(await round(world)), form: { reason: "The text has a mistake." } }) },
  },
  "routes/rounds.$roundId.extension": {
    GET: { act: "round.extend", make: ownRound },
    POST: { act: "round.extend", make: async (world, caller) => ({ ...(await ownRound(world, caller)), form: { closesAt: "2099-01-15T17:00", reason: "Two members are away." } }) },
  },
  "routes/rounds.$roundId.phone-votes": {
    GET: { act: "vote.record", make: round },
    POST: {
      act: "vote.record",
      make: async (world) => {
        const attempt = await round(world);
        return { ...attempt, form: { rollEntryId: await world.entryOf(attempt.params?.roundId ?? "", "peer"), requestId: randomUUID(), choice: "consent", reason: "" } };
      },
    },
  },
  "routes/rounds.$roundId.recusal": { GET: { act: "proposal.read", make: round }, POST: { act: "recusal.declare", make: async (world) => ({ ...(await round(world)), form: { reason: "My agency sells it." } }) } },
  // A vote that is still open has no outcome and no dissent yet: refused in words, after the right was asked.
  "routes/rounds.$roundId.outcome": {
    GET: { act: "outcome.write", make: round },
    POST: { act: "outcome.write", make: async (world) => ({ ...(await round(world)), form: { statement: "It carried.", next: "The chief decides." } }), also: ["409"] },
  },
  "routes/rounds.$roundId.dissents": {
    GET: { act: "dissent.write", make: round },
    POST: { act: "dissent.write", make: async (world) => ({ ...(await round(world)), form: { body: "Nobody asked us." } }), also: ["409"] },
  },
  "routes/rounds.$roundId.participation": { POST: { act: "recusal.declare", make: steppedBack } },
};

async function round(world: World): Promise<Attempt> {
  return { thing: inForce(world).thing, params: { roundId: (await world.newRound()).roundId } };
}

/** A vote on the proposal of a drafter, who finds that it is their own. */
async function ownRound(world: World, caller: Caller): Promise<Attempt> {
  const author = caller.name === "drafter" && caller.actor.kind === "person" ? caller.actor.personId : undefined;
  const { roundId, authorId } = await world.newRound(author);
  return { thing: { ...inForce(world).thing, ownerIds: [authorId] }, params: { roundId } };
}

/** A round from which whoever may vote has stepped back. */
async function steppedBack(world: World, { actor }: Caller): Promise<Attempt> {
  const attempt = await round(world);
  await declareRecusal(actor, { roundId: attempt.params?.roundId, reason: "My agency sells it." });
  return attempt;
}

async function meeting(world: World, begun = false): Promise<Attempt> {
  return { thing: { programId: world.programId }, params: { meetingId: await world.newMeeting(begun) } };
}

async function concern(world: World): Promise<Attempt> {
  return { thing: { programId: world.programId }, params: { concernId: await world.newConcern() } };
}

async function ballot(world: World): Promise<Attempt> {
  return { thing: { programId: world.programId }, params: { ballotId: (await world.newBallot()).ballotId } };
}

/** A round in which whoever may vote has voted. */
async function ownVote(world: World, { actor }: Caller): Promise<Attempt> {
  const attempt = await round(world);
  await castVote(actor, { roundId: attempt.params?.roundId, requestId: randomUUID(), choice: "consent", reason: "" });
  return { ...attempt, form: { requestId: randomUUID() } };
}
