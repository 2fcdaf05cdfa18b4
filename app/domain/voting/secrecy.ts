import type { CharterRules } from "./charter";
import type { RollSeat } from "./count";
import type { GroupTally, Part, Tally } from "./tally";
import { decides, type BallotKind } from "./kinds";

/** Below so many voters a group's count is withheld. */
const fewest = 3;
/** Below so many voters a group is warned before the ballot opens. */
const comfortable = 5;

/** All that a secret ballot may keep about where it came from, and only where the count needs it. */
export type SecretPlace = { groupId: string | null; organizationId: string | null };

type PlacedSeat = Pick<RollSeat, "seatId" | "groupId" | "organizationId" | "filled">;
type Roll = readonly PlacedSeat[];
type PlaceRules = Pick<CharterRules, "requiredGroups" | "organizationCap">;

/**
 * What is written on the secret ballot of a seat. A vote that decides keeps the group where the charter asks for that group's agreement,
 * and the organization where it fills more seats than its cap; any other ballot keeps nothing.
 */
export function secretPlace(kind: BallotKind, rules: PlaceRules, roll: Roll, seat: Pick<PlacedSeat, "groupId" | "organizationId">): SecretPlace {
  if (!decides(kind)) return { groupId: null, organizationId: null };
  const colleagues = roll.filter(({ organizationId, filled }) => filled && organizationId === seat.organizationId).length;
  return {
    groupId: rules.requiredGroups.includes(seat.groupId) ? seat.groupId : null,
    organizationId: colleagues > rules.organizationCap ? seat.organizationId : null,
  };
}

/** Whether a ballot on this roll can be secret: `refused` when some ballot would name its voter by where it came from, `warnings` where few share a place. */
export function secrecyOf(kind: BallotKind, rules: PlaceRules, roll: Roll, groupNames: Readonly<Record<string, string>>): { refused: string | null; warnings: string[] } {
  const voters = roll.filter(({ filled }) => filled);
  const places = new Map<string, { place: SecretPlace; voters: number }>();
  for (const seat of voters) {
    const place = secretPlace(kind, rules, roll, seat);
    const key = JSON.stringify(place);
    places.set(key, { place, voters: (places.get(key)?.voters ?? 0) + 1 });
  }
  const nameOf = ({ groupId }: SecretPlace) => (groupId ? (groupNames[groupId] ?? "A group") : "The rest of the roll");
  const alone = [...places.values()].find((one) => one.voters === 1);
  if (voters.length < fewest) return { refused: `A secret ballot needs at least ${fewest} voters. This one has ${voters.length}.`, warnings: [] };
  if (alone) return { refused: `${nameOf(alone.place)} has only one voter here, whose ballot the count by group would show. This vote cannot be secret.`, warnings: [] };
  const small = [...places.values()].filter((one) => one.voters < comfortable);
  return { refused: null, warnings: small.map((one) => `${nameOf(one.place)} has only ${one.voters} voters. When they agree with each other, the result shows it.`) };
}

export type SecretVote<Choice extends string> = SecretPlace & { choice: Choice };

/**
 * Gives each secret ballot to a seat of its place that has voted, so that it can be counted like any other: which seat of the place makes no difference to the count.
 * Throws when a place has more ballots than voters.
 */
export function seatSecretVotes<Choice extends string>(kind: BallotKind, rules: PlaceRules, roll: readonly (PlacedSeat & { hasVoted: boolean })[], ballots: readonly SecretVote<Choice>[]): { seatId: string; choice: Choice }[] {
  const waiting = new Map<string, string[]>();
  for (const seat of roll.filter(({ hasVoted }) => hasVoted)) {
    const key = JSON.stringify(secretPlace(kind, rules, roll, seat));
    waiting.set(key, [...(waiting.get(key) ?? []), seat.seatId]);
  }
  return ballots.map(({ groupId, organizationId, choice }) => {
    const seatId = waiting.get(JSON.stringify({ groupId, organizationId }))?.pop();
    if (seatId === undefined) throw new Error("There are more secret ballots than seats that voted.");
    return { seatId, choice };
  });
}

/**
 * The tally of a secret ballot as it may be shown: without how a group voted of which fewer than three did, or whose place was not kept.
 * One group that is withheld could be found by subtraction, so the next smallest goes with it until at least two groups and three voters are withheld together.
 */
export function withheld(tally: Tally): Tally {
  const hidden = new Set<string>();
  for (const group of tally.groups) if (!group.required || (group.voted > 0 && group.voted < fewest)) hidden.add(group.id);
  const known = () => tally.groups.filter((group) => hidden.has(group.id) && group.voted > 0);
  const others = tally.groups.filter((group) => !hidden.has(group.id) && group.voted > 0).sort((one, other) => one.voted - other.voted);
  const enough = () => known().length === 0 || (known().length > 1 && sum(known()) >= fewest);
  while (!enough()) {
    const next = others.shift();
    if (!next) break;
    hidden.add(next.id);
  }
  return {
    ...tally,
    groups: tally.groups.map((group) => (hidden.has(group.id) && group.voted > 0 ? { ...withoutChoices(group), id: group.id, name: group.name, required: group.required, withheld: true } : group)),
    cappedOrganizations: [],
    unmet: tally.unmet.map((condition) => {
      const small = condition.group && hidden.has(condition.group.id) && (condition.kind === "threshold" || condition.kind === "no-votes");
      return small ? { kind: "withheld", group: condition.group, needed: condition.needed, above: condition.above } : condition;
    }),
  };
}

function withoutChoices(part: Part): Part {
  const none = { consent: "0", object: "0", abstain: "0", consentShare: null, consentPercent: null };
  return { ...part, consent: 0, object: 0, abstain: 0, raw: none, capped: none };
}

function sum(groups: readonly GroupTally[]): number {
  return groups.reduce((total, { voted }) => total + voted, 0);
}
