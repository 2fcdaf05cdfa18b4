import { isOpenDecision } from "../decisions/stages";
import { namesInARow } from "../programs/names-in-a-row";
import { conditionsInWords } from "../voting/conditions";
import type { Tally } from "../voting/tally";

/** What the public may ask for in the list of recommendations. */
export const recommendationFilters = ["all", "waiting", "overdue", "adopted", "declined", "notCarried"] as const;
export type RecommendationFilter = (typeof recommendationFilters)[number];

export const recommendationFilterNames: Record<RecommendationFilter, string> = {
  all: "All",
  waiting: "Carried, waiting for an answer",
  overdue: "Answer overdue",
  adopted: "Adopted by an agency",
  declined: "Declined by an agency",
  notCarried: "Not carried by the groups",
};

/** The filter that an address names; anything else is all of them. */
export function readRecommendationFilter(word: string | null): RecommendationFilter {
  return recommendationFilters.find((known) => known === word) ?? "all";
}

export type AgencyAnswer = { agency: string; outcome: string; dueAt: Date };
export type Became = { words: string; overdue: boolean };

/**
 * What became of a proposal that was put to the vote, in one or a few sentences: why the groups did not carry it,
 * or which agencies adopted it, declined it, and still owe an answer.
 */
export function becameOf({ stage, tally, answers, edition, now }: { stage: string; tally: Tally | null; answers: readonly AgencyAnswer[]; edition: number | null; now: Date }): Became {
  if (stage === "notCarried") return { words: ["The groups did not carry it.", ...(tally ? conditionsInWords(tally).map(sentence) : [])].join(" "), overdue: false };
  const named = (wanted: (answer: AgencyAnswer) => boolean) => answers.filter(wanted).map(({ agency }) => agency);
  const late = named(({ outcome, dueAt }) => isOpenDecision(outcome) && dueAt < now);
  const inTime = (...outcomes: string[]) => named(({ outcome, dueAt }) => outcomes.includes(outcome) && dueAt >= now);
  const [waiting, asking, trying] = [inTime("pending", "deferred"), inTime("inComment"), inTime("interim")];
  const adopted = named(({ outcome }) => outcome.startsWith("adopted"));
  const declined = named(({ outcome }) => outcome === "declined");
  const said = [
    "The groups carried it.",
    ...(adopted.length > 0 ? [`${namesInARow(adopted)} adopted it${edition === null ? "" : ` as edition ${edition}`}.`] : []),
    ...(declined.length > 0 ? [`${namesInARow(declined)} declined it, with reasons.`] : []),
    ...(late.length > 0 ? [`The answer of ${namesInARow(late)} is overdue.`] : []),
    ...(trying.length > 0 ? [`${namesInARow(trying)} ${trying.length === 1 ? "has" : "have"} it in force for a time, as an interim order.`] : []),
    ...(asking.length > 0 ? [`${namesInARow(asking)} ${asking.length === 1 ? "asks its" : "ask their"} partners about changes to it.`] : []),
    ...(waiting.length > 0 ? [`${namesInARow(waiting)} ${waiting.length === 1 ? "has" : "have"} not answered yet.`] : []),
  ];
  return { words: said.join(" "), overdue: late.length > 0 };
}

function sentence(condition: string): string {
  return /[.!?]$/.test(condition) ? condition : `${condition}.`;
}
