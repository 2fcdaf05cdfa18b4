import { expect, test } from "vitest";
import type { WaveShares } from "~/domain/evaluation/retention";
import { knownFading } from "./known-fading.server";

const wave = (kind: WaveShares["kind"], months: number | null, share: number): WaveShares => ({ waveId: kind, cohort: "2025", kind, months, open: false, people: 30, all: { people: 30, share }, steps: { options: { people: 30, share } }, items: {} });
const waves = (last: number) => [wave("post", 0, 0.9), wave("month1", 1, 0.8), wave("month6", 6, 0.7), wave("month12", 12, last)];

test("curves are fitted once for the same shares, and anew for others", () => {
  const first = knownFading(waves(0.6));
  expect(first.steps[0]?.reading).toContain("was left");
  expect(knownFading(waves(0.6))).toBe(first);
  const other = knownFading(waves(0.55));
  expect(other.steps[0]?.last?.percent).toBe(55);
  expect(other.chart).not.toEqual(first.chart);
  for (let at = 0; at < 101; at++) knownFading([wave("post", 0, at / 1000)]);
  expect(knownFading(waves(0.6))).not.toBe(first);
  expect(knownFading(waves(0.6))).toEqual(knownFading(waves(0.6)));
});
