import { coarser, notPublishing, type Block, type Cell, type Kept } from "./suppression-block";
import { protectingMove } from "./suppression-moves";

/** What may be said of a count: itself, that it is from 1 to threshold - 1, or nothing. */
export type Released = { state: "shown"; count: number } | { state: "small" } | { state: "withheld" };

/** What earlier releases made of a cell: a figure shown then is known for good; one hidden then stays hidden. */
export type Memory = { shown?: number; hidden?: true };

export type SuppressionRule = { threshold: number; earlier?: ReadonlyMap<string, Memory> };

/** How much had to be given up before every small count was safe: nothing, or the break-downs, the months, the single agencies. */
export type Suppressed = { cells: Map<string, Released>; kept: Kept | null };

const levels = [
  { members: true, breakdowns: true, agencies: true },
  { members: true, breakdowns: false, agencies: true },
  { members: false, breakdowns: true, agencies: true },
  { members: false, breakdowns: false, agencies: true },
  { members: true, breakdowns: false, agencies: false },
  { members: false, breakdowns: false, agencies: false },
] as const;

/**
 * Decides which counts of a block may be published, so that no small count can be told from all that is: cells, totals,
 * percentages (one shows only where both its counts do), strata, and what earlier releases showed.
 *
 * Small counts (1 to threshold - 1; zero may be shown) are hidden first. Each then needs a witness: other tables that agree with
 * everything published, in which this count takes every value from 1 to threshold - 1. The witness is a move through cells that
 * are hidden too; the cheapest is taken and its cells are hidden. Where there is none, a break-down is given up as a whole, and at
 * last the block. Primary and complementary suppression after Cox (1980), JASA 75:377-385; the witness is ours.
 */
export function suppress(block: Block, rule: SuppressionRule): Suppressed {
  const releasedBefore = [...block.cells.keys()].some((key) => rule.earlier?.has(key));
  for (const level of levels) {
    if (!level.members && !block.total) continue;
    const published = releasedBefore ? notPublishing(block, level) : coarser(block, level);
    const cells = [...published.cells.values()].some((cell) => cell.published) ? attempt(published, rule) : null;
    if (cells) return { cells: everyCell(block, cells), kept: level };
  }
  return { cells: everyCell(block, new Map()), kept: null };
}

function attempt(block: Block, { threshold, earlier = new Map() }: SuppressionRule): Map<string, Released> | null {
  const isSmall = ({ count }: Cell) => count > 0 && count < threshold;
  const published = [...block.cells.values()].filter((cell) => cell.published);
  const hidden = new Set(published.filter((cell) => isSmall(cell) || staysHidden(cell, threshold, earlier.get(cell.key))).map(({ key }) => key));
  const known = (key: string) => earlier.get(key)?.shown !== undefined && earlier.get(key)?.shown === block.cells.get(key)?.count;
  const told = (key: string) => earlier.get(key)?.hidden === true;
  // A small count that was shown before cannot be taken back; it is hidden from now on.
  const small = [...block.cells.values()].filter((cell) => isSmall(cell) && !known(cell.key)).sort((one, other) => one.count - other.count || (one.key < other.key ? -1 : 1));
  for (const cell of small) {
    const move = protectingMove(block, cell, { threshold, hidden, known, told });
    if (!move) return null;
    for (const key of move) hidden.add(key);
  }
  return new Map(published.map((cell) => [cell.key, !hidden.has(cell.key) ? { state: "shown", count: cell.count } : isSmall(cell) ? { state: "small" } : { state: "withheld" }]));
}

/** Hidden once is hidden for good; and a figure that was corrected by a small step hides, because the step would be a small count. */
function staysHidden({ count }: Cell, threshold: number, before: Memory | undefined): boolean {
  if (!before) return false;
  const step = before.shown === undefined ? 0 : Math.abs(before.shown - count);
  return before.hidden === true || (step > 0 && step < threshold);
}

/** What was given up says no more than that it is withheld, zeros and small counts too. */
function everyCell(block: Block, decided: ReadonlyMap<string, Released>): Map<string, Released> {
  return new Map([...block.cells.values()].filter(({ published }) => published).map(({ key }) => [key, decided.get(key) ?? { state: "withheld" }]));
}

/** What the next release has to remember of this one, with what it remembered itself. */
export function remembered(cells: ReadonlyMap<string, Released>, earlier: ReadonlyMap<string, Memory> = new Map()): Map<string, Memory> {
  const memory = new Map(earlier);
  for (const [key, cell] of cells) memory.set(key, cell.state === "shown" ? { ...memory.get(key), shown: cell.count } : { ...memory.get(key), hidden: true });
  return memory;
}
