import { remembered, suppress, type Memory } from "./suppression";
import { blockOf, cellKey, stratumCore, type Block, type Count } from "./suppression-block";
import { decisionSteps, monthsAfter, smallestGroup, waveKinds, type DecisionStep, type WaveKind } from "./survey";

/** How many answers to one knowledge item were right in one wave, and by how many people. */
export type ItemTally = { waveId: string; number: number; step: DecisionStep | null; people: number; right: number };

/** `open`: people may still answer. Figures of it would change with each sheet and tell what the last one said. */
export type Wave = { id: string; cohort: string; kind: WaveKind; people: number; open: boolean };

/** The share of right answers, from 0 to 1; null where it is not shown. */
export type Share = { people: number; share: number | null };

export type WaveShares = { waveId: string; cohort: string; kind: WaveKind; months: number | null; open: boolean; people: number | null; all: Share; steps: Partial<Record<DecisionStep, Share>>; items: Record<number, Share> };

/**
 * The shares of right answers by wave, in the order of the waves: of all knowledge items, by step, and by item. Nothing is shown of a wave that is
 * open or that fewer than five people answered, nor a share from which, alone or with the others, a number of right or of wrong answers below five can be told.
 */
export function retention(waves: readonly Wave[], tallies: readonly ItemTally[]): WaveShares[] {
  return [...waves]
    .sort((one, other) => one.cohort.localeCompare(other.cohort) || waveKinds.indexOf(one.kind) - waveKinds.indexOf(other.kind))
    .map(({ id, cohort, kind, people, open }) => {
      const own = tallies.filter(({ waveId }) => waveId === id);
      const counted = !open && people >= smallestGroup && own.every((tally) => tally.people >= smallestGroup);
      return { waveId: id, cohort, kind, months: monthsAfter[kind], open, people: counted ? people : null, ...sharesOf(own, counted) };
    });
}

const wave = "wave";
const everybody = "everybody";

function sharesOf(tallies: readonly ItemTally[], counted: boolean): Pick<WaveShares, "all" | "steps" | "items"> {
  const steps = decisionSteps.filter((step) => tallies.some((tally) => tally.step === step));
  const block = counted && tallies.length > 0 ? blockOfWave(tallies, steps) : null;
  const released = block && suppress(block, { threshold: smallestGroup, earlier: answersGiven(block) }).cells;
  const shown = (core: string, own: readonly ItemTally[]): Share => {
    const count = released?.get(cellKey(core, everybody, "n"));
    return count?.state === "shown" ? shareOf(own, count.count) : hidden;
  };
  // Items make up the steps: they are shown where none of them is small, so that nothing has to be hidden above them either.
  const itemsShown = block !== null && tallies.every(({ right, people }) => isSafe(right) && isSafe(people - right));
  return {
    all: shown(wave, tallies),
    steps: Object.fromEntries(steps.map((step) => [step, shown(stratumCore(wave, "step", step), tallies.filter((tally) => tally.step === step))])),
    items: Object.fromEntries(tallies.map((tally) => [tally.number, itemsShown ? shareOf([tally], tally.right) : hidden])),
  };
}

const hidden: Share = { people: 0, share: null };

function blockOfWave(tallies: readonly ItemTally[], steps: readonly DecisionStep[]): Block {
  const counts: Count[] = [
    countOf(tallies, null),
    ...steps.map((step) => countOf(tallies.filter((tally) => tally.step === step), step)),
  ];
  return blockOf(counts, { year: wave, expected: [wave], linked: true, part: "n" });
}

function countOf(tallies: readonly ItemTally[], step: DecisionStep | null): Count {
  return { period: wave, agency: everybody, breakdown: step && "step", stratum: step, numerator: sum(tallies.map(({ right }) => right)), denominator: sum(tallies.map(({ people }) => people)) };
}

/** How many answers were given stands beside the figures: everybody of the wave answered every item. */
function answersGiven(block: Block): Map<string, Memory> {
  const given = [...block.cells.values()].filter(({ part }) => part === "d");
  return remembered(new Map(given.map(({ key, count }) => [key, { state: "shown" as const, count }])));
}

function shareOf(tallies: readonly ItemTally[], right: number): Share {
  return { people: Math.max(0, ...tallies.map(({ people }) => people)), share: right / sum(tallies.map(({ people }) => people)) };
}

function isSafe(count: number): boolean {
  return count === 0 || count >= smallestGroup;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
