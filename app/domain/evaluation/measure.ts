import { z } from "zod";
import { line } from "../access/words";

/** What a measure looks at, from the work done to what came of it. Balancing measures watch for harm elsewhere. */
export const measureKinds = ["process", "learning", "behavior", "outcome", "balancing"] as const;
export type MeasureKind = (typeof measureKinds)[number];

export const kindNames: Record<MeasureKind, string> = { process: "Process", learning: "Learning", behavior: "Behavior", outcome: "Outcome", balancing: "Balancing" };

/** The four outcome domains of police and mental health collaborations come first (BJA and CSG). */
export const measureDomains = ["connections", "repeat", "arrests", "force", "injury", "coverage", "training", "experience", "participation", "time", "other"] as const;
export type MeasureDomain = (typeof measureDomains)[number];

export const domainNames: Record<MeasureDomain, string> = {
  connections: "Connections to resources",
  repeat: "Repeat encounters",
  arrests: "Arrests",
  force: "Use of force",
  injury: "Injuries",
  coverage: "Coverage and response",
  training: "Training and reinforcement",
  experience: "Experience",
  participation: "Working together",
  time: "Time and handover",
  other: "Other",
};

/** How numerator and denominator make the figure that is read. Only in a share is the numerator a part of the denominator. */
export const measureUnits = ["share", "perThousand", "rate", "mean", "count"] as const;
export type MeasureUnit = (typeof measureUnits)[number];

export const unitNames: Record<MeasureUnit, string> = {
  share: "Percent: the numerator is a part of the denominator",
  perThousand: "Per 1,000 of the denominator, of which the numerator is a part",
  rate: "Rate: events for each unit of exposure, such as officer-months",
  mean: "Mean: a sum of scores over the number who answered",
  count: "Count, without a denominator",
};

export const unitShort: Record<MeasureUnit, string> = { share: "percent", perThousand: "per 1,000", rate: "rate", mean: "mean", count: "count" };

export const directions = ["up", "down", "none"] as const;
export type Direction = (typeof directions)[number];
export const directionNames: Record<Direction, string> = { up: "More is better", down: "Less is better", none: "Neither way is better by itself" };

export const frequencies = ["monthly", "quarterly", "yearly", "wave"] as const;
export type Frequency = (typeof frequencies)[number];
export const frequencyNames: Record<Frequency, string> = { monthly: "Monthly", quarterly: "Quarterly", yearly: "Yearly", wave: "By survey wave" };

const words = (empty: string, longest: number) => z.string({ error: empty }).trim().min(1, empty).max(longest, `Use at most ${longest.toLocaleString("en-US")} characters.`);

/** What defines a measure, as a form sends it. */
export const measureDefinition = {
  name: line("Give the measure a name."),
  kind: z.enum(measureKinds, { error: "Choose what kind of measure this is." }),
  domain: z.enum(measureDomains, { error: "Choose what it is about." }),
  numerator: words("Say what is counted above the line.", 500),
  denominator: z.string().trim().max(500, "Use at most 500 characters.").default(""),
  exclusions: z.string().trim().max(1_000, "Use at most 1,000 characters.").default(""),
  unit: z.enum(measureUnits, { error: "Choose how the figure is made." }),
  direction: z.enum(directions, { error: "Choose which way is better." }),
  frequency: z.enum(frequencies, { error: "Choose how often it is counted." }),
  source: z.string().trim().max(300, "Use at most 300 characters.").default(""),
  ownerId: z.string().max(64).default(""),
  healthData: z.enum(["yes", "no"], { error: "Say whether it counts people in care." }).default("no"),
  origin: z.string().trim().max(300, "Use at most 300 characters.").default(""),
};

export type MeasureDefinition = { [Field in keyof typeof measureDefinition]: z.infer<(typeof measureDefinition)[Field]> };

/** The short word of a measure: small letters, digits and dashes. */
export const measureKey = z
  .string({ error: "Give the measure a short word." })
  .trim()
  .toLowerCase()
  .regex(/^[a-z][a-z0-9-]{1,39}$/, "A short word has 2 to 40 small letters, digits and dashes, and begins with a letter, such as force-rate.");

/** What is missing for the figure to be made, with the field; null when nothing is. */
export function definitionFault({ unit, denominator }: Pick<MeasureDefinition, "unit" | "denominator">): { field: "denominator"; reason: string } | null {
  if (unit === "count") return denominator === "" ? null : { field: "denominator", reason: "A count has no denominator. Leave it empty, or choose another way to make the figure." };
  return denominator === "" ? { field: "denominator", reason: "Say what stands below the line, or choose “Count”." } : null;
}

/** A word of this table, or the last one, which says least. */
export function readWord<Word extends string>(known: readonly Word[], stored: string): Word {
  const last = known.at(-1);
  if (last === undefined) throw new Error("There are no words to choose from.");
  return known.find((word) => word === stored) ?? last;
}

/** Which definition a change is measured against: unchanged, it makes no new version. */
export function sameDefinition(one: MeasureDefinition, other: MeasureDefinition): boolean {
  return Object.keys(measureDefinition).every((field) => one[field as keyof MeasureDefinition] === other[field as keyof MeasureDefinition]);
}
