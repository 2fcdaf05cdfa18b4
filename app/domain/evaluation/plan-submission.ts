import { allowed, type Ruling } from "../access/ruling";
import { undecidedRuling } from "../drafting/suggestions";
import { outcomesOf } from "./logic-model";
import type { PlanParts } from "./plan-parts";
import { refusedAt } from "./plan-rows";

export type SubmittedPlan = {
  parts: PlanParts;
  /** The measures of the library by id, with the source that each names. */
  measures: ReadonlyMap<string, { name: string; source: string }>;
  signers: number;
  undecided: number;
  today: string;
  answerBy: string;
};

/** May the plan go before its signers? Every outcome needs an indicator, and every indicator a source; each fault names its own. */
export function planSubmissionRuling({ parts, measures, signers, undecided, today, answerBy }: SubmittedPlan): Ruling<true> {
  const waiting = undecidedRuling(undecided, "submit the plan");
  if (waiting) return waiting;
  const fields: Record<string, string[]> = {};
  const outcomes = outcomesOf(parts);
  if (parts.questions.length === 0) fields.questions = ["The plan asks no question yet. Add at least one."];
  if (outcomes.length === 0) fields.logic = ["The logic model has no outcome yet. Add at least one."];
  for (const outcome of outcomes)
    if (!parts.measures.some((row) => row.outcome === outcome.id)) fields[`outcome-${outcome.id}`] = [`The outcome “${outcome.text}” has no indicator. Choose a measure for it.`];
  for (const row of parts.measures) {
    const measure = measures.get(row.measure ?? "");
    if (!row.source && !measure?.source) fields[`indicator-${row.id}`] = [`The indicator “${measure?.name ?? "that was removed"}” has no source. Name where its counts come from.`];
  }
  if (signers === 0) fields.signers = ["Nobody is named who signs the plan. Name at least one person."];
  if (!/^\d{4}-\d{2}-\d{2}$/.test(answerBy)) fields.answerBy = ["Give the day by which all must have answered."];
  else if (answerBy <= today) fields.answerBy = ["The day to answer by must be after today."];
  return Object.keys(fields).length > 0 ? refusedAt(fields) : allowed(true);
}
