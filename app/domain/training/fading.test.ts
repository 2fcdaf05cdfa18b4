import { expect, test } from "vitest";
import { decisionSteps, stepNames } from "../evaluation/survey";
import { retention, type ItemTally, type Wave } from "../evaluation/retention";
import { modelSteps } from "./decision-model";
import { evidenceInWords, fadingChart, fadingOf, stepsBelow } from "./fading";

const kinds = ["post", "month1", "month6", "month12", "month24"] as const;

function waves(right: readonly number[], people = 100) {
  const asked: Wave[] = kinds.slice(0, right.length).map((kind) => ({ id: kind, cohort: "2026", kind, people, open: false }));
  const tallies: ItemTally[] = right.map((one, at) => ({ waveId: kinds[at] ?? "", number: 1, step: "options", people, right: one }));
  return fadingOf(retention(asked, tallies));
}

test("a step that fades has a curve, and below the threshold it is named with its interval", () => {
  const steps = waves([95, 89, 62, 41, 18]);
  expect(steps).toMatchObject([{ step: "options", last: { percent: 18, low: 10, high: 26, people: 100 } }]);
  expect(steps[0]?.reading).toContain("was left");
  expect(stepsBelow(steps, 70)).toHaveLength(1);
  expect(stepsBelow(steps, 18)).toEqual([]);
  expect(fadingChart(steps)?.data.lines).toHaveLength(1);
  expect(evidenceInWords("ICAT check", "2026", steps, 70)).toContain("18 % of the answers were right after 24 months (95 % interval 10 to 26 %, 100 people), below the 70 %");
});

test("a step that did not fade is said to show no detectable fading", () => {
  expect(waves([80, 81, 79, 80])[0]?.reading).toContain("No detectable fading");
});

test("a curve through three waves is no surer than the waves are", () => {
  expect(waves([24, 23, 22], 30)[0]?.reading).toContain("No detectable fading");
  expect(waves([108, 84, 58], 120)[0]?.reading).toContain("was left");
});

test("two waves give no curve, and what fewer than five people answered is not shown and falls below nothing", () => {
  const two = waves([90, 60]);
  expect(two[0]).toMatchObject({ request: null, reading: "No curve is drawn: it takes three waves after the training, and there are 2." });
  expect(fadingChart(two)).toBeNull();
  const few = waves([4, 1, 1, 0], 4);
  expect(few[0]).toMatchObject({ last: null, waves: [{ percent: null, low: null }, {}, {}, {}] });
  expect(stepsBelow(few, 70)).toEqual([]);
});

test("a step has one name, in surveys as in debriefs and scenarios", () => {
  expect(decisionSteps.map((step) => stepNames[step])).toEqual(modelSteps.map(({ name }) => name));
});
