import type { Frequency, MeasureUnit } from "./measure";
import { expectedPeriods } from "./periods";
import { remembered, suppress, type Memory, type Released } from "./suppression";
import { blockOf, cellKey, type Block, type Count } from "./suppression-block";

/** What is released of one measure for one block (a year, or a wave), and what the next release must remember. */
export type Release = {
  block: string;
  complete: boolean;
  cells: [key: string, released: Released][];
  memory: [key: string, memory: Memory][];
  /** What could be kept apart: months, break-downs, single agencies. */
  months: boolean;
  strata: boolean;
  agencies: boolean;
};

type StoredCount = { organizationId: string; period: string; breakdown: string; stratum: string; numerator: number; denominator: number | null };
type Rules = { block: string; unit: MeasureUnit; frequency: Frequency; threshold: number; memory: ReadonlyMap<string, Memory> };

/** The one place where counts become what anybody sees: every table, chart and file is read from its result. */
export function releaseOf(stored: readonly StoredCount[], { block, unit, frequency, threshold, memory }: Rules): Release {
  const counts = withWholes(stored.map(({ organizationId, breakdown, stratum, ...count }) => ({ ...count, agency: organizationId, breakdown: breakdown || null, stratum: stratum || null })));
  const expected = expectedPeriods(block, frequency);
  const linked = unit === "share" || unit === "perThousand";
  const kinds = { year: block, expected, linked };
  const numbers = blockOf(counts, { ...kinds, part: unit === "mean" ? "d" : "n" });
  const decided = suppress(numbers, { threshold, earlier: memory });
  const cells = new Map(decided.cells);
  let kept = decided.kept;
  if (unit === "rate") {
    const exposures = suppress(blockOf(counts, { ...kinds, part: "d" }), { threshold, earlier: memory });
    for (const [key, cell] of exposures.cells) cells.set(key, cell);
    kept = kept && exposures.kept && { members: kept.members && exposures.kept.members, breakdowns: kept.breakdowns && exposures.kept.breakdowns, agencies: kept.agencies && exposures.kept.agencies };
  }
  if (unit === "mean") addSums(cells, blockOf(counts, { ...kinds, part: "n" }), numbers);
  return { block, complete: numbers.total !== null, cells: [...cells], memory: [...remembered(cells, memory)], months: kept?.members ?? false, strata: kept?.breakdowns ?? false, agencies: kept?.agencies ?? false };
}

/** Sums of scores show where the number of people does. */
function addSums(cells: Map<string, Released>, sums: Block, people: Block): void {
  for (const { core, agency, count, published } of sums.cells.values()) {
    if (!published) continue;
    const of = people.cells.get(cellKey(core, agency, "d"));
    const shown = of ? cells.get(of.key)?.state === "shown" : false;
    cells.set(cellKey(core, agency, "n"), shown ? { state: "shown", count } : { state: "withheld" });
  }
}

/** Where only the groups of one break-down came in, their sum is the whole. */
function withWholes(counts: readonly Count[]): Count[] {
  const place = ({ period, agency }: Count) => `${period}\u001f${agency}`;
  const there = new Set(counts.filter(({ stratum }) => stratum === null).map(place));
  const sums = new Map<string, Count>();
  const first = new Map<string, string | null>();
  for (const count of counts) {
    if (count.stratum === null || there.has(place(count))) continue;
    if (!first.has(place(count))) first.set(place(count), count.breakdown);
    if (first.get(place(count)) !== count.breakdown) continue;
    const sum = sums.get(place(count)) ?? { period: count.period, agency: count.agency, breakdown: null, stratum: null, numerator: 0, denominator: count.denominator === null ? null : 0 };
    sums.set(place(count), { ...sum, numerator: sum.numerator + count.numerator, denominator: sum.denominator === null ? null : sum.denominator + (count.denominator ?? 0) });
  }
  return [...counts, ...sums.values()];
}
