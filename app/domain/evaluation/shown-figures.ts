import type { MeasureUnit } from "./measure";
import type { Released } from "./suppression";
import { cellKey } from "./suppression-block";

/** One cell as it may be shown: both counts as released, and the figure where both are. */
export type ShownCell = { numerator: Released; denominator: Released | null; figure: number | null };

export type ReleasedCells = ReadonlyMap<string, Released>;

/** The figure of one period or stratum and agency; null where nothing came in. A figure shows only when every count it is made of does. */
export function shownCell(cells: ReleasedCells, core: string, agency: string, unit: MeasureUnit): ShownCell | null {
  const numerator = cells.get(cellKey(core, agency, "n"));
  if (!numerator) return null;
  if (unit === "count") return { numerator, denominator: null, figure: numerator.state === "shown" ? numerator.count : null };
  const denominator = cells.get(cellKey(core, agency, "d")) ?? { state: "withheld" };
  const both = numerator.state === "shown" && denominator.state === "shown" && denominator.count > 0;
  const ratio = both && numerator.state === "shown" && denominator.state === "shown" ? numerator.count / denominator.count : null;
  return { numerator, denominator, figure: ratio === null ? null : ratio * factors[unit] };
}

const factors: Record<MeasureUnit, number> = { share: 100, perThousand: 1_000, rate: 1, mean: 1, count: 1 };

/** A count in the words of a table: itself, "<5", or "hidden". */
export function countInWords(count: Released, threshold: number): string {
  if (count.state === "shown") return count.count.toLocaleString("en-US", { maximumFractionDigits: 1 });
  return count.state === "small" ? `<${threshold}` : "hidden";
}

/** A figure in words: "8.8%", "61.2 per 1,000", "12.5". */
export function figureInWords(figure: number, unit: MeasureUnit): string {
  if (unit === "count") return figure.toLocaleString("en-US");
  const words = figure.toLocaleString("en-US", { minimumFractionDigits: 1, maximumFractionDigits: unit === "rate" ? 3 : 1 });
  return unit === "share" ? `${words}%` : unit === "perThousand" ? `${words} per 1,000` : words;
}

/** Where a released cell stands: its period, or its year with break-down and stratum. */
export function placeOf(key: string): { period: string; breakdown: string; stratum: string; agency: string; part: string } {
  const [core = "", agency = "", part = ""] = key.split("\u001f");
  const [period = "", breakdown = "", stratum = ""] = core.split("\u001e");
  return { period, breakdown, stratum, agency, part };
}

