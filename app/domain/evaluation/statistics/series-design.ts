import { fromColumns, type Matrix } from "./matrix";
import { Unfit } from "./unfit";

/** What the plan declared beforehand about how the change would show. */
export type ImpactModel = {
  /** A jump at the change. */
  level: boolean;
  /** A new slope from the change on. */
  slope: boolean;
  /** Periods after the change that are left out because the change takes time. */
  lag: number;
};

/** Waves through the year (`pairs` of sine and cosine over `length` periods), one term for each season but the first, or nothing. */
export type Seasonality = { kind: "none" } | { kind: "harmonics"; pairs: number; length: number } | { kind: "terms"; length: number };

/** The series as the model sees it. `change` is the place of the first period after the change; `season` the place of the first period in its cycle (0 for January). */
export type SeriesShape = { length: number; change: number; impact: ImpactModel; seasonality: Seasonality; season: number };

export type SeriesDesign = { names: string[]; x: Matrix; /** The same without the change. */ without: Matrix; /** Places of the periods that are fitted. */ used: number[] };

/** Columns: constant, trend (0 at the first period), level (0 then 1), slope (periods since the change began to act), seasons. */
export function designOf({ length, change, impact, seasonality, season }: SeriesShape): SeriesDesign {
  if (!impact.level && !impact.slope) throw new Unfit("Declare whether a jump, a new slope, or both are expected; without either there is nothing to estimate.");
  const start = change + impact.lag;
  if (change < 1 || start >= length) throw new Unfit("The change does not lie inside the series: there must be periods before it and, after any lag, periods that follow it.");
  const places = Array.from({ length }, (_, i) => i);
  const after = (i: number) => (i >= start ? 1 : 0);
  const effects: [string, number[]][] = [];
  if (impact.level) effects.push(["level", places.map(after)]);
  if (impact.slope) effects.push(["slope", places.map((i) => after(i) * (i - start))]);
  const seasons = seasonsOf(places, seasonality, season);
  const base: [string, number[]][] = [["constant", places.map(() => 1)], ["trend", places]];
  const columns = [...base, ...effects, ...seasons];
  const still = [...base, ...effects.map(([name]): [string, number[]] => [name, places.map(() => 0)]), ...seasons];
  return {
    names: columns.map(([name]) => name),
    x: fromColumns(columns.map(([, values]) => values)),
    without: fromColumns(still.map(([, values]) => values)),
    used: places.filter((i) => i < change || i >= start),
  };
}

function seasonsOf(places: readonly number[], seasonality: Seasonality, season: number): [string, number[]][] {
  if (seasonality.kind === "none") return [];
  const { length } = seasonality;
  if (seasonality.kind === "terms") {
    return Array.from({ length: length - 1 }, (_, s): [string, number[]] => [`season ${s + 2}`, places.map((i) => ((i + season) % length === s + 1 ? 1 : 0))]);
  }
  return Array.from({ length: seasonality.pairs }, (_, k) => k + 1).flatMap((k): [string, number[]][] => [
    [`sine ${k}`, places.map((i) => Math.sin((2 * Math.PI * k * (i + season + 1)) / length))],
    [`cosine ${k}`, places.map((i) => Math.cos((2 * Math.PI * k * (i + season + 1)) / length))],
  ]);
}

/** Some rows of a matrix. */
export function rowsOf(matrix: Matrix, rows: readonly number[]): Matrix {
  const values = new Float64Array(rows.length * matrix.columns);
  for (let j = 0; j < matrix.columns; j++) rows.forEach((row, i) => (values[j * rows.length + i] = matrix.values[j * matrix.rows + row]!));
  return { rows: rows.length, columns: matrix.columns, values };
}
