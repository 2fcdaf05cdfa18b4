/** Numerator, what is left of the denominator, denominator. The rest is never published, and derivable where the other two are. */
export type Part = "n" | "r" | "d";

/** One count that stands in published tables or follows from them. */
export type Cell = { key: string; core: string; agency: string; part: Part; count: number; published: boolean };

/**
 * Everything that is published of one measure for one year (or wave) and hangs together by sums. `members` are its months or quarters,
 * `total` the year, once it is complete; each break-down splits the year into strata. All agencies together are the agency "*".
 */
export type Block = {
  members: readonly string[];
  total: string | null;
  breakdowns: readonly (readonly string[])[];
  agencies: readonly string[];
  /** Whether numerators are a part of the denominators, so that n + r = d. */
  linked: boolean;
  cells: ReadonlyMap<string, Cell>;
};

export const allAgencies = "*";
/** The stratum of those for whom none is stated: what the year has more than its strata. */
export const notStated = "not stated";

const parting = "\u001f";

export function cellKey(core: string, agency: string, part: Part): string {
  return [core, agency, part].join(parting);
}

/** The name of a stratum within its year, unlike any period. */
export function stratumCore(total: string, breakdown: string, stratum: string): string {
  return [total, breakdown, stratum].join("\u001e");
}

/** A count as it came in: `stratum` is null for the whole. */
export type Count = { period: string; agency: string; breakdown: string | null; stratum: string | null; numerator: number; denominator: number | null };

/**
 * Builds the block of one year from its counts. The year's total is there only when every agency has every one of its `expected` periods,
 * so that it does not change from month to month and give the latest month away. Throws when `linked` and a numerator is above its denominator.
 */
export function blockOf(counts: readonly Count[], { year, expected, linked, part }: { year: string; expected: readonly string[]; linked: boolean; part: "n" | "d" }): Block {
  const cells = new Map<string, Cell>();
  const parts: readonly Part[] = linked ? ["n", "r", "d"] : [part];
  const put = (core: string, agency: string, of: Part, count: number, published: boolean) => {
    const key = cellKey(core, agency, of);
    cells.set(key, { key, core, agency, part: of, count, published: published && of !== "r" });
  };
  const valueOf = ({ numerator, denominator }: Count, of: Part) => {
    if (of === "n") return numerator;
    if (denominator === null) throw new Error("A share needs a denominator.");
    if (of === "r" && numerator > denominator) throw new Error("A numerator is above its denominator.");
    return of === "d" ? denominator : denominator - numerator;
  };
  const whole = counts.filter(({ stratum }) => stratum === null);
  const split = counts.filter(({ stratum }) => stratum !== null);
  const agencies = [...new Set(counts.map(({ agency }) => agency))].sort();
  const members = [...new Set(whole.map(({ period }) => period))].sort();
  for (const count of whole) for (const of of parts) put(count.period, count.agency, of, valueOf(count, of), true);
  const sum = (cores: readonly string[], agency: string, of: Part) => cores.reduce((total, core) => total + (cells.get(cellKey(core, agency, of))?.count ?? 0), 0);
  const has = (core: string, agency: string) => cells.has(cellKey(core, agency, parts[0] ?? "n"));
  const complete = agencies.every((agency) => expected.every((period) => has(period, agency)));
  const single = members.length === 1 && members[0] === expected[0] && expected.length === 1;
  const total = complete ? (single ? (members[0] ?? year) : year) : null;
  if (total && !single) for (const agency of agencies) for (const of of parts) put(total, agency, of, sum(members, agency, of), true);
  const breakdowns: string[][] = [];
  if (total)
    for (const breakdown of [...new Set(split.map((count) => count.breakdown ?? ""))].sort()) {
      const rows = split.filter((count) => count.breakdown === breakdown);
      const strata = [...new Set(rows.map(({ stratum }) => stratum ?? ""))].sort();
      const cores = [...strata, notStated].map((stratum) => stratumCore(total, breakdown, stratum));
      const added = new Map<string, number>();
      for (const row of rows) for (const of of parts) {
        const key = cellKey(stratumCore(total, breakdown, row.stratum ?? ""), row.agency, of);
        added.set(key, (added.get(key) ?? 0) + valueOf(row, of));
      }
      const stated = (agency: string, of: Part) => strata.reduce((all, stratum) => all + (added.get(cellKey(stratumCore(total, breakdown, stratum), agency, of)) ?? 0), 0);
      // Strata that add up to more than the whole are no break-down of it.
      const fits = agencies.every((agency) => parts.every((of) => stated(agency, of) <= (cells.get(cellKey(total, agency, of))?.count ?? 0)));
      if (!fits) continue;
      breakdowns.push(cores);
      for (const agency of new Set(rows.map((row) => row.agency))) for (const of of parts) {
        for (const stratum of strata) {
          const core = stratumCore(total, breakdown, stratum);
          put(core, agency, of, added.get(cellKey(core, agency, of)) ?? 0, true);
        }
        put(stratumCore(total, breakdown, notStated), agency, of, (cells.get(cellKey(total, agency, of))?.count ?? 0) - stated(agency, of), false);
      }
    }
  if (agencies.length > 1)
    for (const core of new Set([...cells.values()].map((cell) => cell.core)))
      if (agencies.every((agency) => has(core, agency)))
        for (const of of parts) {
          const published = cells.get(cellKey(core, agencies[0] ?? "", of))?.published ?? false;
          put(core, allAgencies, of, agencies.reduce((all, agency) => all + (cells.get(cellKey(core, agency, of))?.count ?? 0), 0), published);
        }
  return { members: single ? [] : members, total, breakdowns, agencies, linked, cells };
}

/** What of a block is published; the rest is given up as a whole. */
export type Kept = { members: boolean; breakdowns: boolean; agencies: boolean };

function isKept(block: Block, keep: Kept): (cell: Cell) => boolean {
  const strata = new Set(block.breakdowns.flat());
  const members = new Set(block.members);
  return ({ core, agency }) => (keep.members || !members.has(core)) && (keep.breakdowns || !strata.has(core)) && (keep.agencies || agency === allAgencies || block.agencies.length === 1);
}

/** The block with some of its cells not published, their sums binding still: of months that were published before, a year gives the last one away. */
export function notPublishing(block: Block, keep: Kept): Block {
  const kept = isKept(block, keep);
  return { ...block, cells: new Map([...block.cells].map(([key, cell]) => [key, kept(cell) ? cell : { ...cell, published: false }])) };
}

/** The block with some of its cells not published and no longer bound by sums. */
export function coarser(block: Block, keep: Kept): Block {
  const kept = [...block.cells.values()].filter(isKept(block, keep));
  return {
    ...block,
    members: keep.members ? block.members : [],
    breakdowns: keep.breakdowns ? block.breakdowns : [],
    agencies: keep.agencies || block.agencies.length === 1 ? block.agencies : [],
    cells: new Map(kept.map((cell) => [cell.key, cell])),
  };
}
