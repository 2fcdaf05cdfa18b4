import { z } from "zod";
import { line } from "../access/words";
import { allowed, refused, type Ruling } from "../access/ruling";

/** When a cohort answers, and how many months after its training that is; before it, nothing. */
export const waveKinds = ["pre", "post", "month1", "month6", "month12", "month24"] as const;
export type WaveKind = (typeof waveKinds)[number];

export const waveNames: Record<WaveKind, string> = { pre: "Before the training", post: "Right after", month1: "After 1 month", month6: "After 6 months", month12: "After 12 months", month24: "After 24 months" };

/** Months since the training ended; the wave before it has none. */
export const monthsAfter: Record<WaveKind, number | null> = { pre: null, post: 0, month1: 1, month6: 6, month12: 12, month24: 24 };

/** The five steps of the Critical Decision-Making Model, as programs teach it. */
export const decisionSteps = ["information", "threat", "authority", "options", "act"] as const;
export type DecisionStep = (typeof decisionSteps)[number];

export const stepNames: Record<DecisionStep, string> = {
  information: "Collect information",
  threat: "Assess situation, threats and risks",
  authority: "Consider police powers and agency policy",
  options: "Identify options and choose the best course of action",
  act: "Act, review and re-assess",
};

export const itemKinds = ["scale", "knowledge"] as const;
export type ItemKind = (typeof itemKinds)[number];

/** What an item of the scale is answered with, from 1 to 5. */
export const scaleLabels = ["Disagree strongly", "Disagree", "Neither", "Agree", "Agree strongly"] as const;

/** Fewer than this many people, or right or wrong answers, are not shown, in any split. */
export const smallestGroup = 5;

export type SurveyItem = { id: string; number: number; version: number; kind: ItemKind; prompt: string; options: readonly string[]; right: number | null; reversed: boolean; step: DecisionStep | null };

/** One item as a form sends it: options a line each, the right one by its number. */
export const itemFields = {
  kind: z.enum(itemKinds, { error: "Choose what kind of item this is." }),
  prompt: z.string({ error: "Write the question." }).trim().min(1, "Write the question.").max(500, "Use at most 500 characters."),
  options: z.string().max(2_000, "Use at most 2,000 characters.").default(""),
  right: z.string().trim().default(""),
  reversed: z.enum(["yes", "no"]).default("no"),
  step: z.enum([...decisionSteps, ""], { error: "Choose a step, or none." }).default(""),
};
export type ItemForm = { [Field in keyof typeof itemFields]: z.infer<(typeof itemFields)[Field]> };

/** A form read as an item, or what is missing, at its field. */
export function itemRuling({ kind, prompt, options, right, reversed, step }: ItemForm): Ruling<Omit<SurveyItem, "id" | "number" | "version">> {
  const item = { kind, prompt, reversed: kind === "scale" && reversed === "yes", step: step === "" ? null : step };
  if (kind === "scale") return allowed({ ...item, options: [], right: null });
  const choices = options.split("\n").map((one) => one.trim()).filter(Boolean);
  if (choices.length < 2) return refused("A knowledge item needs at least two answers to choose from, one a line.", 422, "options");
  if (choices.length > 8) return refused("Offer at most eight answers.", 422, "options");
  const place = Number(right) - 1;
  if (!Number.isInteger(place) || place < 0 || place >= choices.length) return refused(`Give the number of the right answer, from 1 to ${choices.length}.`, 422, "right");
  return allowed({ ...item, options: choices, right: place });
}

/**
 * The code that an officer makes alone: letters and digits that nobody else would put together, never a name or a badge number.
 * Capital and small letters, spaces and dashes make no difference.
 */
export const linkingCode = z
  .string({ error: "Write your own code." })
  .transform((typed) => typed.toUpperCase().replace(/[^\p{L}\p{N}]/gu, ""))
  .pipe(z.string().min(6, "A code has at least six letters and digits.").max(40, "A code has at most 40 letters and digits.").refine((code) => /\p{L}/u.test(code) && /\p{N}/u.test(code), "Use letters and digits together, so that the code is not a badge number or a name."));

export const surveyTitle = line("Give the survey a title.");

/** Reads the answers of one sheet: every item of the wave once, nothing else. All that are missing are named, the first as the reason. */
export function answersRuling(items: readonly Pick<SurveyItem, "id" | "number" | "kind" | "options">[], given: Readonly<Record<string, string>>): Ruling<{ itemId: string; value: number }[]> {
  const answers: { itemId: string; value: number }[] = [];
  const unanswered: [itemId: string, number: number][] = [];
  for (const { id, number, kind, options } of items) {
    const value = Number(given[id] ?? "");
    const [lowest, highest] = kind === "scale" ? [1, scaleLabels.length] : [0, options.length - 1];
    if (given[id] === undefined || given[id] === "" || !Number.isInteger(value) || value < lowest || value > highest) unanswered.push([id, number]);
    else answers.push({ itemId: id, value });
  }
  const [first] = unanswered;
  if (first) return { ...refused(`Answer question ${first[1]}.`, 422, first[0]), fields: Object.fromEntries(unanswered.map(([id, number]) => [id, [`Answer question ${number}.`]])) };
  return allowed(answers);
}

/** What one answer counts in a score: 1 for right and 0 for wrong, or its place on the scale, turned round where the item is. */
export function scoreOf({ kind, right, reversed }: Pick<SurveyItem, "kind" | "right" | "reversed">, value: number): number {
  if (kind === "knowledge") return value === right ? 1 : 0;
  return reversed ? scaleLabels.length + 1 - value : value;
}
