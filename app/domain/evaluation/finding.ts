import { z } from "zod";
import { line } from "../access/words";
import { refused, type Refusal } from "../access/ruling";

/** Benefit, no detectable change, and harm have one form and one place. */
export const resultTypes = ["benefit", "none", "harm"] as const;
export type ResultType = (typeof resultTypes)[number];
export const resultNames: Record<ResultType, string> = { benefit: "Benefit", none: "No detectable change", harm: "Harm" };

/** The items of a finding that an agency comments on, in the order of the page. */
export const findingSections = ["question", "answer", "design", "n", "effect", "limits", "wentWrong", "notShown", "method"] as const;
export type FindingSection = (typeof findingSections)[number];
export const sectionNames: Record<FindingSection, string> = {
  question: "Question",
  answer: "Answer in one sentence",
  design: "Design",
  n: "How many",
  effect: "Effect",
  limits: "Limits",
  wentWrong: "What went wrong",
  notShown: "What it does not show",
  method: "Data and method",
};

const text = (longest = 4_000) => z.string().trim().max(longest, `Use at most ${longest.toLocaleString("en-US")} characters.`).default("");
const figure = z.string().trim().max(20).regex(/^(-?\d+(\.\d+)?)?$/, "Write a number, such as 0.84, or leave it empty.").default("");

/** What a finding says, as its form sends it. A draft may be incomplete; what is published may not. */
export const findingFields = {
  question: line("Choose the question of the plan that it answers.", 500),
  answer: text(500),
  design: text(),
  n: z.string().trim().max(9).regex(/^\d*$/, "Write a whole number.").default(""),
  nUnit: z.string().trim().max(120, "Use at most 120 characters.").default(""),
  result: z.enum(resultTypes, { error: "Choose what the data show." }),
  effectName: z.string().trim().max(120, "Use at most 120 characters.").default(""),
  effect: figure,
  low: figure,
  high: figure,
  limits: text(),
  wentWrong: text(),
  notShown: text(),
  method: text(),
};
export const findingContent = z.strictObject(findingFields);
export type FindingContent = z.infer<typeof findingContent>;

/** Reads stored content; a field that an older build did not know is empty. */
export function readContent(stored: unknown): FindingContent {
  return z.object(findingFields).parse(stored);
}

/** A finding of which only the question stands: what is left once it is retracted. */
export function emptyContent({ question, result }: Pick<FindingContent, "question" | "result">): FindingContent {
  return readContent({ question, result });
}

/**
 * What is missing before others may see a finding, each at its field. An effect without the number behind it, without its interval or without limits
 * is not published, whichever way it points.
 */
export function contentFault({ answer, design, n, nUnit, effect, low, high, limits, notShown }: FindingContent): Refusal | null {
  const faults: Record<string, string[]> = {
    ...(answer === "" ? { answer: ["Say the answer in one sentence."] } : {}),
    ...(design === "" ? { design: ["Say how the change was told from chance and from what would have happened anyway."] } : {}),
    ...(Number(n) > 0 ? {} : { n: ["Say how many the finding rests on."] }),
    ...(nUnit === "" ? { nUnit: ["Say what was counted, such as months, contacts or officers."] } : {}),
    ...(limits === "" ? { limits: ["Say the limits. Every finding has some."] } : {}),
    ...(notShown === "" ? { notShown: ["Say what it does not show, so that nobody reads more into it."] } : {}),
    ...intervalFaults({ effect, low, high }),
  };
  const [first] = Object.entries(faults);
  return first ? { ...refused(first[1][0] ?? "", 422, first[0]), fields: faults } : null;
}

function intervalFaults({ effect, low, high }: Pick<FindingContent, "effect" | "low" | "high">): Record<string, string[]> {
  if (effect === "") return low === "" && high === "" ? {} : { effect: ["An interval belongs to an effect. Write the effect too."] };
  if (low === "" || high === "") return { [low === "" ? "low" : "high"]: ["An effect comes with both ends of its interval."] };
  if (Number(low) > Number(effect) || Number(effect) > Number(high)) return { effect: ["The effect must lie within its interval."] };
  return {};
}

/** "0.84 (0.71 to 0.99)"; empty where no effect was estimated. */
export function effectInWords({ effect, low, high }: Pick<FindingContent, "effect" | "low" | "high">): string {
  return effect === "" ? "" : `${effect} (${low} to ${high})`;
}

/** What a published version holds besides its content. */
export const stances = ["agrees", "comments", "disagrees"] as const;
export type Stance = (typeof stances)[number];
export const stanceNames: Record<Stance, string> = { agrees: "Agrees", comments: "Comments", disagrees: "Disagrees" };

/** The dialogue may last from a week to three months; thirty days unless agreed otherwise. */
export const dialogueDays = z.coerce.number({ error: "Say how many days." }).int("Say whole days.").min(7, "Give the agencies at least 7 days.").max(92, "A dialogue lasts at most 92 days.");
