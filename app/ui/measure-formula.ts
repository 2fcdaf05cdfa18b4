import { unitShort, type MeasureUnit } from "~/domain/evaluation/measure";

/** How a measure's figure is made, in one line. */
export function formulaOf({ numerator, denominator, unit }: { numerator: string; denominator: string; unit: MeasureUnit }): string {
  return unit === "count" || denominator === "" ? `${numerator} (count)` : `${numerator} ÷ ${denominator} (${unitShort[unit]})`;
}
