import type { CharterRules, Fraction } from "./charter";
import { exactly, leastCommonMultiple, percent } from "./shares";
import type { CappedOrganization, Condition, GroupTally, Part, Tally, Weighed } from "./tally";

export type Choice = "consent" | "object" | "abstain";
export type Group = { id: string; name: string };
export type Vote = { seatId: string; choice: Choice };

/** A voting seat as it stood when the roll was fixed. A recused seat leaves the quorum base and its vote is set aside. */
export type RollSeat = {
  seatId: string;
  groupId: string;
  organizationId: string;
  organizationName?: string;
  filled: boolean;
  recused?: boolean;
};

export type Election = { rules: CharterRules; groups: Group[]; roll: RollSeat[]; votes: Vote[] };

/**
 * Counts a round in exact integers.
 *
 * Quorums count seats, as cast, abstentions included; the cap does not touch them.
 * Thresholds, overall and per group, count capped votes: an organization that cast more votes than its cap, over all groups together,
 * has every vote scaled by cap / cast. Votes as cast stand beside them under `raw`.
 * A group without a filled seat misses its quorum, and a share of no votes at all meets no threshold.
 * A required group that is missing from `groups` counts as a group without seats.
 *
 * Throws when the roll or the votes contradict each other: two votes for one seat, a vote without a filled seat, a seat in an unknown group.
 */
export function count({ rules, groups, roll, votes }: Election): Tally {
  checkRoll(groups, roll);
  const cast = castVotes(roll, votes);
  const standing = roll.filter((seat) => !seat.recused);
  const counting = cast.filter(({ seat }) => !seat.recused);
  const cappedOrganizations = organizationsAboveCap(counting, rules.organizationCap);
  const weights = weigh(cappedOrganizations);

  const overall = countPart(standing, counting, rules, rules.overallQuorum, rules.overallThreshold, weights);
  const groupTallies = [...groups, ...missingGroups(rules, groups)].map((group): GroupTally => {
    const seats = standing.filter((seat) => seat.groupId === group.id);
    const groupVotes = counting.filter(({ seat }) => seat.groupId === group.id);
    const part = countPart(seats, groupVotes, rules, rules.groupQuorum, rules.groupThreshold, weights);
    return { id: group.id, name: group.name, required: rules.requiredGroups.includes(group.id), ...part };
  });

  const above = rules.tie === "fails";
  const required = groupTallies.filter((group) => group.required);
  const unmet = [
    ...unmetConditions(overall, null, above),
    ...required.flatMap((group) => unmetConditions(group, { id: group.id, name: group.name }, above)),
  ];
  return {
    carried: unmet.length === 0,
    overall,
    groups: groupTallies,
    cappedOrganizations,
    recusedVotes: cast.length - counting.length,
    unmet,
  };
}

type Cast = { seat: RollSeat; choice: Choice };

/** Weights in units of 1 / whole: an uncapped vote weighs `whole`. One common unit keeps every sum an integer. */
type Weights = { whole: bigint; byOrganization: Map<string, bigint> };

function checkRoll(groups: Group[], roll: RollSeat[]): void {
  const known = new Set(groups.map((group) => group.id));
  if (known.size !== groups.length) throw new Error("A group is listed twice.");
  if (new Set(roll.map((seat) => seat.seatId)).size !== roll.length) throw new Error("A seat is on the roll twice.");
  const stray = roll.find((seat) => !known.has(seat.groupId));
  if (stray) throw new Error(`Seat ${stray.seatId} is in the unknown group ${stray.groupId}.`);
}

function castVotes(roll: RollSeat[], votes: Vote[]): Cast[] {
  const seats = new Map(roll.map((seat) => [seat.seatId, seat]));
  if (new Set(votes.map((vote) => vote.seatId)).size !== votes.length) throw new Error("A seat has two votes.");
  return votes.map(({ seatId, choice }) => {
    const seat = seats.get(seatId);
    if (!seat) throw new Error(`A vote names seat ${seatId}, which is not on the roll.`);
    if (!seat.filled) throw new Error(`A vote names seat ${seatId}, which is vacant.`);
    return { seat, choice };
  });
}

function missingGroups(rules: CharterRules, groups: Group[]): Group[] {
  const known = new Set(groups.map((group) => group.id));
  return rules.requiredGroups.filter((id) => !known.has(id)).map((id) => ({ id, name: id }));
}

function organizationsAboveCap(votes: Cast[], cap: number): CappedOrganization[] {
  const organizations = new Map<string, { name: string; cast: number }>();
  for (const { seat } of votes) {
    const name = seat.organizationName ?? seat.organizationId;
    organizations.set(seat.organizationId, { name, cast: (organizations.get(seat.organizationId)?.cast ?? 0) + 1 });
  }
  return [...organizations]
    .filter(([, { cast }]) => cast > cap)
    .map(([organizationId, { name, cast }]) => ({ organizationId, name, cast, countedAs: cap, note: capNote(name, cast, cap) }));
}

function capNote(name: string, cast: number, cap: number): string {
  return `${name} cast ${cast} votes. They count as ${cap}, because no organization counts for more than ${cap} ${cap === 1 ? "vote" : "votes"}.`;
}

function weigh(capped: CappedOrganization[]): Weights {
  const whole = capped.reduce((unit, { cast }) => leastCommonMultiple(unit, BigInt(cast)), 1n);
  const weight = ({ cast, countedAs }: CappedOrganization) => (whole / BigInt(cast)) * BigInt(countedAs);
  return { whole, byOrganization: new Map(capped.map((organization) => [organization.organizationId, weight(organization)])) };
}

function countPart(seats: RollSeat[], votes: Cast[], rules: CharterRules, quorum: Fraction, threshold: Fraction, weights: Weights): Part {
  const filled = seats.filter((seat) => seat.filled).length;
  const base = rules.quorumBase === "filled" ? filled : seats.length;
  const needed = Number((BigInt(quorum.of) * BigInt(base) + BigInt(quorum.outOf) - 1n) / BigInt(quorum.outOf));
  const raw = sums(votes, () => 1n);
  const capped = sums(votes, ({ seat }) => weights.byOrganization.get(seat.organizationId) ?? weights.whole);
  return {
    seats: base,
    filled,
    authorized: seats.length,
    voted: votes.length,
    consent: Number(raw.consent),
    object: Number(raw.object),
    abstain: Number(raw.abstain),
    raw: weighed(raw, 1n, rules),
    capped: weighed(capped, weights.whole, rules),
    quorum: { needed, have: votes.length, met: filled > 0 && votes.length >= needed },
    threshold: { needed: percent(BigInt(threshold.of), BigInt(threshold.outOf)), met: reaches(capped, threshold, rules) },
  };
}

type Sums = Record<Choice, bigint>;

function sums(votes: Cast[], weight: (vote: Cast) => bigint): Sums {
  const total: Sums = { consent: 0n, object: 0n, abstain: 0n };
  for (const vote of votes) total[vote.choice] += weight(vote);
  return total;
}

function shareBase({ consent, object, abstain }: Sums, rules: CharterRules): bigint {
  return rules.abstentions === "aside" ? consent + object : consent + object + abstain;
}

function reaches(total: Sums, threshold: Fraction, rules: CharterRules): boolean {
  if (threshold.of === 0) return true;
  const base = shareBase(total, rules);
  if (base === 0n) return false;
  const have = total.consent * BigInt(threshold.outOf);
  const need = base * BigInt(threshold.of);
  return rules.tie === "carries" ? have >= need : have > need;
}

function weighed(total: Sums, whole: bigint, rules: CharterRules): Weighed {
  const base = shareBase(total, rules);
  return {
    consent: exactly(total.consent, whole),
    object: exactly(total.object, whole),
    abstain: exactly(total.abstain, whole),
    consentShare: base === 0n ? null : exactly(total.consent, base),
    consentPercent: base === 0n ? null : percent(total.consent, base),
  };
}

function unmetConditions(part: Part, group: Group | null, above: boolean): Condition[] {
  if (part.filled === 0) return [{ kind: "no-seats", group, vacant: part.authorized }];
  const unmet: Condition[] = [];
  const { quorum, threshold, capped } = part;
  if (!quorum.met) {
    unmet.push({ kind: "quorum", group, missing: quorum.needed - quorum.have, yetToVote: part.filled - part.voted });
  }
  if (!threshold.met) {
    const have = capped.consentPercent;
    unmet.push(
      have === null
        ? { kind: "no-votes", group, needed: threshold.needed, above }
        : { kind: "threshold", group, have, needed: threshold.needed, above },
    );
  }
  return unmet;
}
