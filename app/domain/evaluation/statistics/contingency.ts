import { chiSquareUpper } from "./distributions";
import { logFactorial, type Test } from "./two-by-two";
import { checkCounts, Unfit } from "./unfit";

export type Contingency = Test & {
  expected: number[][];
  /** Cells that would be expected below 5: the chi-square test is then rough. */
  smallCells: number;
  /** Cramer 1946: 0 when unrelated, 1 when one gives the other away. */
  cramersV: number;
  /** The exact p-value (Freeman and Halton 1951); null when there are too many tables to go through. */
  exact: number | null;
  /** (observed - expected) / sqrt(expected (1 - row share)(1 - column share)): beyond 2 or 3 a cell stands out. */
  residuals: number[][];
};

/** Pearson's chi-square test of a table of counts with any number of rows and columns. */
export function contingency(table: readonly (readonly number[])[]): Contingency {
  checkCounts(table.flat(), "the count in the table");
  const rows = table.map((row) => row.reduce((total, count) => total + count, 0));
  const columns = (table[0] ?? []).map((_, j) => table.reduce((total, row) => total + (row[j] ?? 0), 0));
  const n = rows.reduce((total, count) => total + count, 0);
  if (rows.length < 2 || columns.length < 2) throw new Unfit("A table needs at least two rows and two columns.");
  const empty = rows.findIndex((count) => count === 0);
  if (empty >= 0) throw new Unfit(`Row ${empty + 1} of the table is empty. Leave it out.`, empty);
  if (columns.includes(0)) throw new Unfit(`Column ${columns.indexOf(0) + 1} of the table is empty. Leave it out.`);
  const expected = rows.map((row) => columns.map((column) => (row * column) / n));
  const statistic = table.reduce((total, row, i) => total + row.reduce((sum, count, j) => sum + (count - expected[i]![j]!) ** 2 / expected[i]![j]!, 0), 0);
  const df = (rows.length - 1) * (columns.length - 1);
  return {
    statistic,
    df,
    p: chiSquareUpper(statistic, df),
    expected,
    smallCells: expected.flat().filter((count) => count < 5).length,
    cramersV: Math.sqrt(statistic / (n * Math.min(rows.length - 1, columns.length - 1))),
    exact: exactP(table, rows, columns, n),
    residuals: table.map((row, i) => row.map((count, j) => (count - expected[i]![j]!) / Math.sqrt(expected[i]![j]! * (1 - rows[i]! / n) * (1 - columns[j]! / n)))),
  };
}

/** How many partial tables are looked at before the exact test is given up. */
const patience = 60_000;

/**
 * Goes through the columns one by one. What is left of the rows, and the chance so far, is all that the rest needs to know;
 * equal ones are joined, with their ways added up.
 */
function exactP(table: readonly (readonly number[])[], rows: readonly number[], columns: readonly number[], n: number): number | null {
  if (n > 100_000) return null;
  const chance = (counts: readonly number[]) => -counts.reduce((total, count) => total + logFactorial(count), 0);
  const seen = chance(table.flat());
  const norm = [...rows, ...columns].reduce((total, count) => total + logFactorial(count), 0) - logFactorial(n);
  type State = { left: readonly number[]; log: number; ways: number };
  let states = new Map<string, State>([["", { left: rows, log: 0, ways: 1 }]]);
  let work = 0;
  for (const column of columns) {
    const next = new Map<string, State>();
    for (const { left, log, ways } of states.values()) {
      for (const filling of fillings(column, left)) {
        if (++work > patience) return null;
        const sum = log + chance(filling);
        const rest = left.map((count, i) => count - filling[i]!);
        const key = `${rest.join()};${sum.toFixed(9)}`;
        const known = next.get(key);
        if (known) known.ways += ways;
        else next.set(key, { left: rest, log: sum, ways });
      }
    }
    states = next;
  }
  let p = 0;
  for (const { log, ways } of states.values()) if (log <= seen + 1e-7) p += ways * Math.exp(norm + log);
  return Math.min(1, p);
}

function* fillings(total: number, left: readonly number[]): Generator<number[]> {
  const [first = 0, ...rest] = left;
  if (rest.length === 0) {
    if (total <= first) yield [total];
    return;
  }
  const room = rest.reduce((sum, count) => sum + count, 0);
  for (let count = Math.max(0, total - room); count <= Math.min(first, total); count++) for (const others of fillings(total - count, rest)) yield [count, ...others];
}
