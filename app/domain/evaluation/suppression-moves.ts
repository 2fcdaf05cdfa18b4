import { allAgencies, cellKey, type Block, type Cell, type Part } from "./suppression-block";

/** One more here, one less there: whole numbers by cell, all sums unchanged. */
type Vector = ReadonlyMap<string, number>;

/** `known` are figures that an earlier release showed, `told` those of which one said that they are hidden. */
type Limits = { threshold: number; hidden: ReadonlySet<string>; known: (key: string) => boolean; told: (key: string) => boolean };

/** How many others of each kind are tried: those with the largest counts have the most room. */
const tried = 5;

/**
 * The cells that must be hidden, besides what is hidden already, so that `cell` could as well be any number from 1 to threshold - 1;
 * null when there is no such move. Along a move of this cell by every step that keeps it in that range, cells that show "fewer than"
 * stay within it, cells that show "withheld" stay at the threshold or above, and cells of which nothing was
 * ever published do not fall below zero.
 */
export function protectingMove(block: Block, cell: Cell, limits: Limits): string[] | null {
  let best: { keys: string[]; cost: number } | null = null;
  for (const cores of coreVectors(block, cell))
    for (const agencies of agencyVectors(block, cell))
      for (const parts of partVectors(block, cell.part)) {
        const keys = movedKeys(block, cell, [cores, agencies, parts], limits);
        if (!keys) continue;
        const fresh = keys.filter((key) => !limits.hidden.has(key));
        const cost = fresh.reduce((sum, key) => sum + 1_000 + Math.log1p(block.cells.get(key)?.count ?? 0), 0);
        if (!best || cost < best.cost) best = { keys: fresh, cost };
      }
  return best?.keys ?? null;
}

function movedKeys(block: Block, cell: Cell, [cores, agencies, parts]: readonly [Vector, Vector, Vector], { threshold, known, told }: Limits): string[] | null {
  const down = 1 - cell.count;
  const up = threshold - 1 - cell.count;
  const move: { cell: Cell; step: number }[] = [];
  let complete = true;
  for (const [core, one] of cores)
    for (const [agency, two] of agencies)
      for (const [part, three] of parts) {
        const moved = block.cells.get(cellKey(core, agency, part as Part));
        if (!moved) complete = false;
        else move.push({ cell: moved, step: one * two * three });
      }
  for (const { cell: moved, step } of move) {
    if (known(moved.key)) return null;
    const low = moved.count + Math.min(step * down, step * up);
    const high = moved.count + Math.max(step * down, step * up);
    const small = moved.count > 0 && moved.count < threshold;
    const free = !moved.published && !told(moved.key);
    if (free ? low < 0 : small ? low < 1 || high >= threshold : low < threshold) return null;
  }
  if (!complete && !balanced(block, move)) return null;
  return move.flatMap(({ cell: { key, published } }) => (published ? [key] : []));
}

/** Whether every sum that a move touches stays what it is; asked where some cell of a move does not exist. */
function balanced(block: Block, move: readonly { cell: Cell; step: number }[]): boolean {
  const sums = new Map<string, number>();
  const add = (sum: string, step: number) => sums.set(sum, (sums.get(sum) ?? 0) + step);
  for (const { cell: { core, agency, part }, step } of move) {
    if (block.cells.has(cellKey(core, allAgencies, part)) && block.agencies.length > 0) add(`agencies ${core} ${part}`, agency === allAgencies ? step : -step);
    if (block.linked) add(`parts ${core} ${agency}`, part === "d" ? step : -step);
    if (block.total && block.members.length > 0 && (core === block.total || block.members.includes(core))) add(`members ${agency} ${part}`, core === block.total ? step : -step);
    for (const [at, strata] of block.breakdowns.entries())
      if (core === block.total ? strata.some((stratum) => block.cells.has(cellKey(stratum, agency, part))) : strata.includes(core)) add(`strata ${at} ${agency} ${part}`, core === block.total ? step : -step);
  }
  return [...sums.values()].every((step) => step === 0);
}

/** The moves along periods and strata: from one to another of the same sum, or together with the sum and with one of each of its other splits. */
function coreVectors(block: Block, { core, agency, part }: Cell): Vector[] {
  const { total, members, breakdowns } = block;
  const largest = (cores: readonly string[]) =>
    cores
      .filter((other) => other !== core)
      .map((other) => ({ other, count: block.cells.get(cellKey(other, agency, part))?.count ?? -1 }))
      .sort((one, two) => two.count - one.count || (one.other < two.other ? -1 : 1))
      .slice(0, tried)
      .map(({ other }) => other);
  if (!total) return [new Map([[core, 1]])];
  const splits = [...(members.length > 0 ? [members] : []), ...breakdowns];
  const own = splits.find((split) => split.includes(core));
  const swaps = own ? largest(own).map((other) => new Map([[core, 1], [other, -1]])) : [];
  let withTotal: Map<string, number>[] = [new Map([[core, 1], [total, 1]])];
  for (const split of splits.filter((one) => one !== own)) {
    // A split that this agency does not have binds nothing.
    const choices = largest(split);
    withTotal = withTotal.flatMap((vector) => choices.slice(0, splits.length > 2 ? 3 : tried).map((choice) => new Map([...vector, [choice, 1]])));
  }
  return [...swaps, ...withTotal];
}

function agencyVectors(block: Block, { core, agency, part }: Cell): Vector[] {
  const others = block.agencies.filter((other) => other !== agency);
  if (block.agencies.length === 0 || !block.cells.has(cellKey(core, allAgencies, part))) return [new Map([[agency, 1]])];
  const largest = others
    .map((other) => ({ other, count: block.cells.get(cellKey(core, other, part))?.count ?? -1 }))
    .sort((one, two) => two.count - one.count || (one.other < two.other ? -1 : 1))
    .slice(0, tried)
    .map(({ other }) => other);
  if (agency === allAgencies) return largest.map((other) => new Map([[allAgencies, 1], [other, 1]]));
  return [...largest.map((other) => new Map([[agency, 1], [other, -1]])), new Map([[agency, 1], [allAgencies, 1]])];
}

function partVectors({ linked }: Block, part: Part): Vector[] {
  if (!linked) return [new Map([[part, 1]])];
  const pairs: Record<Part, readonly (readonly [Part, number])[]> = { n: [["r", -1], ["d", 1]], r: [["n", -1], ["d", 1]], d: [["n", 1], ["r", 1]] };
  return pairs[part].map(([other, step]) => new Map([[part, 1], [other, step]]));
}
