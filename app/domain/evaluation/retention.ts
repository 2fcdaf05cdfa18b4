import { decisionSteps, monthsAfter, smallestGroup, waveKinds, type DecisionStep, type WaveKind } from "./survey";

/** How many answers to one knowledge item were right in one wave, and by how many people. */
export type ItemTally = { waveId: string; number: number; step: DecisionStep | null; people: number; right: number };

export type Wave = { id: string; cohort: string; kind: WaveKind; people: number };

/** The share of right answers, from 0 to 1; null where fewer than five people answered. */
export type Share = { people: number; share: number | null };

export type WaveShares = { waveId: string; cohort: string; kind: WaveKind; months: number | null; people: number | null; all: Share; steps: Partial<Record<DecisionStep, Share>>; items: Record<number, Share> };

/** The shares of right answers by wave, in the order of the waves: of all knowledge items, by step, and by item. Small groups are left out. */
export function retention(waves: readonly Wave[], tallies: readonly ItemTally[]): WaveShares[] {
  return [...waves]
    .sort((one, other) => one.cohort.localeCompare(other.cohort) || waveKinds.indexOf(one.kind) - waveKinds.indexOf(other.kind))
    .map(({ id, cohort, kind, people }) => {
      const own = tallies.filter(({ waveId }) => waveId === id);
      const steps = decisionSteps.filter((step) => own.some((tally) => tally.step === step));
      return {
        waveId: id,
        cohort,
        kind,
        months: monthsAfter[kind],
        people: people < smallestGroup ? null : people,
        all: shareOf(own),
        steps: Object.fromEntries(steps.map((step) => [step, shareOf(own.filter((tally) => tally.step === step))])),
        items: Object.fromEntries(own.map((tally) => [tally.number, shareOf([tally])])),
      };
    });
}

function shareOf(tallies: readonly ItemTally[]): Share {
  const people = Math.max(0, ...tallies.map((tally) => tally.people));
  const asked = tallies.reduce((total, tally) => total + tally.people, 0);
  const fewest = Math.min(...tallies.map((tally) => tally.people));
  if (tallies.length === 0 || fewest < smallestGroup) return { people: 0, share: null };
  return { people, share: tallies.reduce((total, tally) => total + tally.right, 0) / asked };
}
