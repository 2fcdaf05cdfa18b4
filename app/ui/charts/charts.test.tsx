import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { decayReading, rolloutReading, shownInWords, slopesReading } from "~/domain/evaluation/chart-data";
import { ControlChart } from "./control-chart";
import { RolloutGrid } from "./rollout-grid";
import { SeriesChart } from "./series-chart";
import { EveryChart } from "./test-charts";

const page = renderToStaticMarkup(<EveryChart />);
const figures = page.split("<figure").slice(1);

describe("every chart", () => {
  test("there are six", () => {
    expect(figures).toHaveLength(6);
  });

  test.each(figures.map((figure) => ({ name: /<h3[^>]*>([^<]*)/.exec(figure)?.[1] ?? "", figure })))("$name: title, reading, table twin, CSV, and no script", ({ name, figure }) => {
    expect(name.length).toBeGreaterThan(5);
    const reading = /chart-reading" id="([^"]*)">([^<]*)/.exec(figure);
    expect(reading?.[2]).toMatch(/^[A-Z0-9].{20,}\.$/);
    expect(figure.match(/role="img"/g)).toHaveLength(2);
    expect(figure).toContain(`aria-describedby="${reading?.[1]}"`);
    const target = /href="#([^"]*)"/.exec(figure)?.[1];
    expect(figure).toContain(`id="${target}"`);
    expect(figure.match(/<th scope="row"/g)?.length).toBeGreaterThan(4);
    expect(figure).toContain('href="/findings/1.csv" download=""');
    expect(figure).not.toMatch(/<script|style=|NaN|Infinity|undefined/);
  });
});

test("a small count is held back in the picture and said in the table, and its number is nowhere", () => {
  const points = [12, 3, 14].map((count, i) => ({ label: `M${i + 1}`, observed: count < 5 ? { fewerThan: 5 } : count, fitted: null, without: null, low: null, high: null }));
  const series = renderToStaticMarkup(<SeriesChart title="Arrests" reading="Arrests by month." csv="/x.csv" unit="arrests" data={{ points, change: null, events: [] }} />);
  expect(series).toContain("suppressed, fewer than 5");
  expect(series.match(/class="chart-dot" cx="[^"]*" cy="[^"]*" r="3"/g)).toHaveLength(2 + 1);
  const control = renderToStaticMarkup(<ControlChart title="Arrests" reading="Arrests by month." csv="/x.csv" unit="arrests" data={{ kind: "c", events: [], points: points.map(({ label, observed }) => ({ label, value: observed, centre: 9, low: 0, high: 20, outside: true })) }} />);
  expect(control).toContain("suppressed, fewer than 5");
  expect(control.match(/<td class="number">suppressed/g)).toHaveLength(1);
  expect(control.match(/<td>yes<\/td>/g)).toHaveLength(2);
});

test("events stand on the line, told apart by shape and by words", () => {
  const [series = ""] = figures;
  for (const kind of ["policy", "training", "rollout"]) expect(series).toContain(`chart-event-shape ${kind}`);
  expect(series).toContain("2. Policy, Nov. 1, 2024: Clause 4.2, time and distance, in force");
});

test("readings are made from the data", () => {
  expect(shownInWords({ fewerThan: 11 })).toBe("suppressed, fewer than 11");
  expect(shownInWords(null)).toBe("missing");
  expect(slopesReading({ before: "Pre", after: "Post", rows: [{ name: "calm", before: 2, after: 3 }, { name: "speed", before: 4, after: 1 }, { name: "trust", before: 2, after: { fewerThan: 5 } }] })).toBe("Of 2 items, 1 rose, 1 fell and 0 stayed the same. The largest move was 3 down, for speed. 1 item cannot be shown.");
  expect(rolloutReading({ periods: ["Q1", "Q2"], units: [{ name: "North", starts: null }] })).toBe("None of 1 unit had started by Q2.");
  const curve = (name: string, last: number) => ({ name, shape: "power" as const, waves: [], curve: [{ time: 0, value: 50 }, { time: 6, value: last }] });
  expect(decayReading({ timeUnit: "months", lines: [curve("step 1", 40), curve("step 2", 20)] })).toBe("6 months after training 80% of “step 1” and 40% of “step 2” was left; “step 2” faded most.");
});

test("a wedge says in its table when each unit starts", () => {
  const grid = renderToStaticMarkup(<RolloutGrid title="Start" reading="x" csv="/x.csv" data={{ periods: ["Q1", "Q2", "Q3"], units: [{ name: "North", starts: 1, through: 1 }, { name: "South", starts: null }] }} />);
  expect(grid).toContain('<th scope="row">North</th><td>Q2</td><td>Q2 to Q2</td>');
  expect(grid).toContain("not in these periods");
});
