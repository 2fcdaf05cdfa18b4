import { allowed, refused, type Ruling } from "../access/ruling";
import type { CharterRules } from "../voting/charter";
import { count, type Choice, type Group, type RollSeat } from "../voting/count";
import type { Quorum, Tally } from "../voting/tally";

type Room = { rules: CharterRules; groups: Group[]; roll: RollSeat[]; present: readonly string[] };

export type Presence = { overall: Quorum; groups: { id: string; name: string; required: boolean; quorum: Quorum }[]; met: boolean };

/** Who is there against the charter's quorums. To be present counts here as abstaining counts in a vote. */
export function presenceIn({ rules, groups, roll, present }: Room): Presence {
  const there = new Set(present);
  const votes = roll.filter(({ seatId, filled }) => filled && there.has(seatId)).map(({ seatId }) => ({ seatId, choice: "abstain" as const }));
  const tally = count({ rules, groups, roll, votes });
  const shown = tally.groups.map(({ id, name, required, quorum }) => ({ id, name, required, quorum }));
  return { overall: tally.overall.quorum, groups: shown, met: tally.overall.quorum.met && shown.every(({ required, quorum }) => !required || quorum.met) };
}

export type MotionRequest = { words: string; movedBy: string; secondedBy: string; votes: readonly { seatId: string; choice: Choice }[] };

/** Whether a motion may be entered, and how it came out: counted under the charter, of the seats that were present. */
export function motionRuling({ present, ...room }: Room, { movedBy, secondedBy, votes }: MotionRequest): Ruling<Tally> {
  const there = new Set(present);
  if (there.size === 0) return refused("Enter first who is present.", 409);
  if (!there.has(movedBy)) return refused("Choose who moved it from the seats that are present.", 422, "movedBy");
  if (!there.has(secondedBy)) return refused("Choose who seconded it from the seats that are present.", 422, "secondedBy");
  if (movedBy === secondedBy) return refused("Nobody seconds their own motion.", 422, "secondedBy");
  if (votes.length === 0) return refused("Enter at least one vote.", 422, "votes");
  const absent = votes.find(({ seatId }) => !there.has(seatId));
  if (absent) return refused("Only seats that are present vote on a motion.", 422, `vote-${absent.seatId}`);
  return allowed(count({ ...room, votes: [...votes] }));
}
