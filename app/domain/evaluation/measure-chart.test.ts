import { expect, test } from "vitest";
import { measureChart } from "./measure-chart";
import { cellKey } from "./suppression-block";
import type { Released } from "./suppression";

const measure = { name: "Contacts with force", unit: "share", direction: "down", frequency: "monthly" } as const;
const agencies = [{ id: "police", name: "Riverton Police" }];
const months = (many: number) => Array.from({ length: many }, (_, at) => `2025-${String(at + 1).padStart(2, "0")}`);
const cellsOf = (periods: readonly string[], hidden = "") =>
  new Map<string, Released>(periods.flatMap((period): [string, Released][] => [[cellKey(period, "police", "n"), period === hidden ? { state: "small" } : { state: "shown", count: 10 }], [cellKey(period, "police", "d"), { state: "shown", count: 100 }]]));

test("the line of a share is drawn as a share, with the editions on it, and what is hidden is left out by name", () => {
  const periods = months(12);
  const drawn = measureChart(cellsOf(periods, "2025-04"), { measure, agencies, periods, events: [{ kind: "policy", day: "2025-06-15", agencyId: "police", label: "CIT-100 in force" }] });
  expect(drawn).toMatchObject({ of: "Riverton Police", leftOut: ["Apr. 2025"], chart: { kind: "control", unit: "percent", data: { kind: "p", events: [{ label: "CIT-100 in force" }] } } });
  expect(drawn?.reading).toMatch(/^Contacts with force stayed steady around 10%/);
  if (drawn?.chart.kind !== "control") throw new Error("No chart.");
  expect(drawn.chart.data.points).toHaveLength(11);
  for (const { value, centre } of drawn.chart.data.points) expect([value, centre]).toEqual([0.1, 0.1]);
});

test("five months are no line, and waves are not one", () => {
  const periods = months(5);
  expect(measureChart(cellsOf(periods), { measure, agencies, periods, events: [] })).toBeNull();
  expect(measureChart(cellsOf(months(12)), { measure: { ...measure, frequency: "wave" }, agencies, periods: months(12), events: [] })).toBeNull();
});
