import { z } from "zod";
import { percent } from "./shares";

const wholeNumber = z.number().int();

/** An exact part of a whole, from 0 to 1, kept as two integers so that two thirds stays two thirds. */
export const fraction = z
  .strictObject({ of: wholeNumber.min(0), outOf: wholeNumber.min(1) })
  .refine(({ of, outOf }) => of <= outOf, { message: "A share cannot be more than 100 %.", path: ["of"] });

export type Fraction = z.infer<typeof fraction>;

/**
 * The voting rules of one charter version.
 * Quorums are shares of seats, thresholds are shares of votes, the cap is in votes, all periods are in calendar days.
 * A group threshold of 0 means that groups need a quorum only.
 */
export const charterRules = z
  .strictObject({
    requiredGroups: z.array(z.string().min(1)).refine((groups) => new Set(groups).size === groups.length, "Name each required group once."),
    overallQuorum: fraction,
    groupQuorum: fraction,
    quorumBase: z.enum(["filled", "authorized"]),
    overallThreshold: fraction.refine(({ of }) => of > 0, "The share of consent must be more than 0 %."),
    groupThreshold: fraction,
    organizationCap: wholeNumber.min(1),
    abstentions: z.enum(["aside", "count"]),
    tie: z.enum(["carries", "fails"]),
    results: z.enum(["always", "after-voting", "after-close"]),
    noticeDays: wholeNumber.min(0),
    votingDays: wholeNumber.min(1),
    daysToDecide: wholeNumber.min(1),
    reasons: z.enum(["off", "optional", "required", "required-to-object"]),
    /** Who opens a vote besides coordinators: nobody, or the author of the proposal. */
    opening: z.enum(["coordinators", "authors"]).default("coordinators"),
    /** Who gives an open vote more time. */
    extending: z.enum(["coordinators", "authors", "nobody"]).default("coordinators"),
    /** Whether a coordinator may record the vote of a member who calls. */
    phoneVotes: z.enum(["recorded", "refused"]).default("recorded"),
    /** Groups whose members may mark an objection as one of safety. */
    safetyGroups: z.array(z.string().min(1)).refine((groups) => new Set(groups).size === groups.length, "Name each group once.").default([]),
  })
  .superRefine((rules, check) => {
    if (rules.tie === "carries") return;
    for (const threshold of ["overallThreshold", "groupThreshold"] as const) {
      if (rules[threshold].of === rules[threshold].outOf) {
        check.addIssue({ code: "custom", path: [threshold], message: "No vote can be above 100 %. Lower the share or let a tie carry." });
      }
    }
  });

export type CharterRules = z.infer<typeof charterRules>;

/** The rules a new program starts with. Every number is a starting value for the program to change. */
export function defaultRules(requiredGroups: string[], safetyGroups: string[] = []): CharterRules {
  return {
    requiredGroups,
    overallQuorum: { of: 50, outOf: 100 },
    groupQuorum: { of: 50, outOf: 100 },
    quorumBase: "filled",
    overallThreshold: { of: 60, outOf: 100 },
    groupThreshold: { of: 50, outOf: 100 },
    organizationCap: 3,
    abstentions: "aside",
    tie: "carries",
    results: "always",
    noticeDays: 0,
    votingDays: 14,
    daysToDecide: 30,
    reasons: "required-to-object",
    opening: "coordinators",
    extending: "coordinators",
    phoneVotes: "recorded",
    safetyGroups,
  };
}

/** A part of the charter in words; the id stays, so that two versions can be compared. */
export type CharterSection = { id: string; title: string; sentences: string[] };

/** The charter as it is read, in the order a vote runs. `groupNames` maps group ids to names; a group without a name is shown by its id. */
export function charterSections(rules: CharterRules, groupNames: Record<string, string>): CharterSection[] {
  const cap = `No organization counts for more than ${counted(rules.organizationCap, "vote")}. If it casts more, each of its votes counts for less.`;
  return [
    { id: "charter-time", title: "Opening and time", sentences: periods(rules) },
    { id: "charter-turnout", title: "Who must take part", sentences: turnout(rules, groupNames) },
    { id: "charter-consent", title: "What carries", sentences: [...agreement(rules), cap] },
    { id: "charter-ballot", title: "The ballot", sentences: [REASONS[rules.reasons], RESULTS[rules.results], PHONE_VOTES[rules.phoneVotes], ...safety(rules, groupNames)] },
    { id: "charter-decision", title: "After the vote", sentences: [`If the vote carries, each agency head has ${counted(rules.daysToDecide, "day")} to decide and must give reasons.`] },
  ];
}

/** The same as plain sentences. */
export function describeRules(rules: CharterRules, groupNames: Record<string, string>): string[] {
  return charterSections(rules, groupNames).flatMap(({ sentences }) => sentences);
}

function periods(rules: CharterRules): string[] {
  const notice = `Members can read a proposal for at least ${counted(rules.noticeDays, "day")} before its vote opens.`;
  return [...(rules.noticeDays > 0 ? [notice] : []), OPENING[rules.opening], `Voting stays open for ${counted(rules.votingDays, "day")}. ${EXTENDING[rules.extending]}`];
}

function safety(rules: CharterRules, groupNames: Record<string, string>): string[] {
  if (rules.safetyGroups.length === 0) return [];
  const names = list(rules.safetyGroups.map((group) => groupNames[group] ?? group));
  return [`A member of ${names} who objects may say that somebody would come to harm. A vote that would carry over such an objection is held once: the text is revised for up to ${revisionDays} days, and a second vote counts by the same rules.`];
}

function turnout(rules: CharterRules, groupNames: Record<string, string>): string[] {
  const seats = rules.quorumBase === "filled" ? "voting seats that are filled" : "voting seats, filled or vacant";
  const overall =
    rules.overallQuorum.of === 0
      ? "There is no minimum turnout overall."
      : `At least ${share(rules.overallQuorum)} of all ${seats} must vote. A member who abstains counts as having voted.`;
  if (rules.requiredGroups.length === 0) return [overall, "No single group can stop a vote."];
  const names = list(rules.requiredGroups.map((group) => groupNames[group] ?? group));
  const groups =
    rules.groupQuorum.of === 0
      ? `Each of these groups must have a filled voting seat: ${names}.`
      : `In each of these groups, at least ${share(rules.groupQuorum)} of its ${seats} must vote: ${names}.`;
  return [overall, groups];
}

function agreement(rules: CharterRules): string[] {
  const line = (threshold: Fraction) => `${rules.tie === "carries" ? "at least" : "more than"} ${share(threshold)}`;
  const abstentions =
    rules.abstentions === "aside" ? "Members who abstain are left out of this share." : "A vote to abstain counts as a vote that is not consent.";
  const overall = `To carry, ${line(rules.overallThreshold)} of the votes must be consent. ${abstentions}`;
  const tie = rules.tie === "carries" ? "A vote that lands exactly on the line carries." : "A vote that lands exactly on the line does not carry.";
  const everyGroup = `Each of the groups named above must also agree: ${line(rules.groupThreshold)} of its own votes must be consent.`;
  const groupsDecide = rules.requiredGroups.length > 0 && rules.groupThreshold.of > 0;
  return [overall, ...(groupsDecide ? [everyGroup] : []), tie];
}

/** How long a proposal is revised after a safety objection, in days. */
export const revisionDays = 7;

const OPENING: Record<CharterRules["opening"], string> = {
  coordinators: "A coordinator opens each vote.",
  authors: "A coordinator or the author of the proposal opens a vote.",
};

const EXTENDING: Record<CharterRules["extending"], string> = {
  coordinators: "A coordinator may extend it, with a reason that every voter reads.",
  authors: "A coordinator or the author of the proposal may extend it, with a reason that every voter reads.",
  nobody: "Nobody can extend it.",
};

const PHONE_VOTES: Record<CharterRules["phoneVotes"], string> = {
  recorded: "A coordinator may record the vote of a member who calls. The member is told at once and can overturn it until the vote closes.",
  refused: "Every member casts their own vote. Nobody records it for them.",
};

const REASONS: Record<CharterRules["reasons"], string> = {
  off: "Votes are cast without reasons.",
  optional: "Members may give a reason with their vote.",
  required: "Every vote must come with a reason.",
  "required-to-object": "A member who objects must give a reason. Other members may.",
};

const RESULTS: Record<CharterRules["results"], string> = {
  always: "Everyone who can see the vote can see the count at any time.",
  "after-voting": "A member sees the count after voting. Everyone else sees it after voting closes.",
  "after-close": "Nobody sees the count until voting closes.",
};

function share({ of, outOf }: Fraction): string {
  const shown = percent(BigInt(of), BigInt(outOf));
  const rounded = (BigInt(of) * 10_000n) % BigInt(outOf) !== 0n;
  return rounded ? `${shown} (exactly ${of} in ${outOf})` : shown;
}

function counted(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? "" : "s"}`;
}

function list(names: string[]): string {
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
