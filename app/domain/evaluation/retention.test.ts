import fc from "fast-check";
import { expect, test } from "vitest";
import { retention, type ItemTally } from "./retention";
import { decisionSteps, smallestGroup } from "./survey";

const one = (people: number, tallies: readonly Omit<ItemTally, "waveId" | "people">[], open = false) => retention([{ id: "w", cohort: "2026", kind: "post", people, open }], tallies.map((tally) => ({ waveId: "w", people, ...tally })))[0]!;

test("shares are shown by step and item where nobody can be told from them", () => {
  const wave = one(40, [{ number: 1, step: "options", right: 30 }, { number: 2, step: "options", right: 20 }, { number: 3, step: "act", right: 10 }]);
  expect(wave).toMatchObject({ people: 40, all: { share: 0.5 }, steps: { options: { share: 0.625 }, act: { share: 0.25 } }, items: { 1: { share: 0.75 }, 3: { share: 0.25 } } });
});

test("where three of forty were wrong in one step, that step is hidden and another with it, or the total would give it away", () => {
  const wave = one(40, [{ number: 1, step: "options", right: 37 }, { number: 2, step: "act", right: 20 }, { number: 3, step: "threat", right: 25 }]);
  const shown = Object.values(wave.steps).filter(({ share }) => share !== null);
  expect(wave.steps.options).toEqual({ people: 0, share: null });
  expect(wave.all.share === null ? shown.length <= 2 : shown.length <= 1).toBe(true);
  expect(Object.values(wave.items).every(({ share }) => share === null)).toBe(true);
});

test("an open wave and a group of four show nothing", () => {
  expect(one(40, [{ number: 1, step: "act", right: 20 }], true)).toMatchObject({ open: true, people: null, all: { share: null }, steps: { act: { share: null } }, items: { 1: { share: null } } });
  expect(one(4, [{ number: 1, step: "act", right: 4 }])).toMatchObject({ people: null, all: { share: null } });
});

/** Every way in which the hidden items could have been answered that agrees with all that is shown; the numbers of right answers that each item takes in them. */
function possible(people: number, tallies: readonly Omit<ItemTally, "waveId" | "people">[], wave: ReturnType<typeof one>): Set<number>[] {
  const taken = tallies.map(() => new Set<number>());
  const right = (share: number | null, items: number) => (share === null ? null : Math.round(share * people * items));
  const walk = (at: number, chosen: number[]) => {
    if (at < tallies.length) {
      for (let count = 0; count <= people; count += 1) walk(at + 1, [...chosen, count]);
      return;
    }
    const sumOf = (own: (tally: (typeof tallies)[number]) => boolean) => tallies.reduce((sum, tally, place) => sum + (own(tally) ? (chosen[place] ?? 0) : 0), 0);
    const fits = (share: number | null, own: (tally: (typeof tallies)[number]) => boolean) => share === null || right(share, tallies.filter(own).length) === sumOf(own);
    if (!fits(wave.all.share, () => true)) return;
    for (const step of decisionSteps) if (!fits(wave.steps[step]?.share ?? null, (tally) => tally.step === step)) return;
    for (const [place, tally] of tallies.entries()) if (!fits(wave.items[tally.number]?.share ?? null, (one) => one === tallies[place])) return;
    chosen.forEach((count, place) => taken[place]?.add(count));
  };
  walk(0, []);
  return taken;
}

test("whatever was answered, nobody who reads all the tables can tell a number of right or wrong answers from one to four", () => {
  const item = (people: number) => fc.record({ step: fc.constantFrom(...decisionSteps.slice(0, 3), null), right: fc.oneof(fc.integer({ min: 0, max: people }), fc.integer({ min: 0, max: Math.min(people, 5) }), fc.integer({ min: Math.max(0, people - 5), max: people })) });
  const asked = fc.integer({ min: 5, max: 14 }).chain((people) => fc.record({ people: fc.constant(people), items: fc.array(item(people), { minLength: 1, maxLength: 4 }) }));
  fc.assert(
    fc.property(asked, ({ people, items }) => {
      const tallies = items.map((tally, at) => ({ number: at + 1, ...tally }));
      const taken = possible(people, tallies, one(people, tallies));
      tallies.forEach(({ right }, at) => {
        for (const small of [right, people - right]) if (small > 0 && small < smallestGroup) expect(taken[at]?.size).toBeGreaterThan(1);
      });
    }),
    { numRuns: Number(process.env.SUPPRESSION_RUNS ?? 100) },
  );
});
