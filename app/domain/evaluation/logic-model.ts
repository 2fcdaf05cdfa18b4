import { logicStages, outcomeStages } from "./plan-columns";
import type { PlanParts, Row } from "./plan-parts";

/** The outcomes of a plan: the rows of its logic model that stand in an outcome column. */
export function outcomesOf({ logic }: Pick<PlanParts, "logic">): readonly Row[] {
  return logic.filter(({ stage }) => outcomeStages.some((outcome) => outcome === stage));
}

/** The rows that a row leads to, by the numbers that were typed. Numbers that are no row are left out. */
export function leadsTo(row: Row, logic: readonly Row[]): Row[] {
  const numbers: readonly string[] = (row.leadsTo ?? "").match(/\d+/g) ?? [];
  return logic.filter(({ id }) => id !== row.id && numbers.includes(id));
}

export type LogicStage = keyof typeof logicStages;

/** The columns that are drawn, in their order; assumptions and outside factors stand below. */
export const drawnStages = ["inputs", "activities", "outputs", "short", "intermediate", "long"] as const satisfies readonly LogicStage[];
