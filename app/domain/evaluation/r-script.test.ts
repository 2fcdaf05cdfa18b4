import { describe, expect, test } from "vitest";
import { WebR } from "webr";
import { analyse, type AnalysisRequest } from "./analyse";
import { rScript } from "./r-script";
import { comment, csvOf, rText } from "./r-scripts/r-text";
import { oddRequests, requests } from "./test-requests";

/** R itself, in WebAssembly. Only scripts that we wrote run in it, here in the tests and nowhere else. */
async function outputsOfR(all: readonly AnalysisRequest[]): Promise<Map<string, number>[]> {
  const r = new WebR({ interactive: false });
  await r.init();
  const outputs: Map<string, number>[] = [];
  for (const request of all) {
    const { script, data } = rScript(request);
    await r.FS.writeFile("/home/web_user/data.csv", new TextEncoder().encode(data));
    await r.evalRVoid('setwd("/home/web_user"); rm(list = ls())');
    const shelter = await new r.Shelter();
    const { output } = await shelter.captureR(script, { withAutoprint: false });
    await shelter.purge();
    const lines = output.flatMap(({ type, data: line }) => (type === "stdout" ? [String(line).split("\t")] : []));
    outputs.push(new Map(lines.map(([label = "", value]) => [label, Number(value)])));
  }
  r.close();
  return outputs;
}

/** What somebody chose is no result. */
const notCounted = new Set(["Level"]);

test("the script of every method runs in R and gives every figure of the page", { timeout: 120_000 }, async () => {
  const all = [...requests, ...oddRequests];
  const outputs = await outputsOfR(all);
  all.forEach((request, i) => {
    const found = analyse(request);
    if ("refused" in found) throw new Error(`${request.method}: ${found.refused}`);
    const shown = outputs[i]!;
    const given = found.analysis.figures.filter(({ label, value }) => value !== null && !notCounted.has(label)).map(({ label }) => label);
    expect(given.filter((label) => !shown.has(label)), `${request.method}: figures that its script does not give`).toEqual([]);
    for (const [label, value] of shown) {
      const figures = found.analysis.figures.filter((figure) => figure.label === label);
      expect(figures.length, `${request.method}: ${label}`).toBe(1);
      const ours = figures[0]?.value ?? NaN;
      const tolerance = request.method === "decay" ? 1e-6 : /low|high/i.test(label) && /d_|Cohen/.test(label) ? 1e-6 : 1e-8;
      expect(Math.abs(ours - value) <= tolerance * Math.max(Math.abs(value), 1e-10), `${request.method}: ${label} is ${ours} here and ${value} in R`).toBe(true);
    }
  });
});

describe("words of users cannot become R or formulas", () => {
  test("a label is data, whatever it holds", () => {
    expect(rText('a"); system("rm -rf /'.concat("\n"))).toBe('"a\\"); system(\\"rm -rf / "');
    expect(comment("plan\nsystem('x')")).toBe("# plan system('x')");
    expect(csvOf({ columns: ["a"], rows: [['=HYPERLINK("x")'], ["plain"], [2.5]] })).toBe('a\n"\'=HYPERLINK(""x"")"\n"plain"\n2.5\n');
  });

  test("the script holds none of the labels, only the data file does", () => {
    const hostile = '"); system("x"); c("';
    const { script, data } = rScript({ method: "two-by-two", groups: [hostile, "other"], table: { a: 1, b: 2, c: 3, d: 4 }, words: { measure: hostile } }, { title: hostile });
    expect(script.split("\n").filter((line) => line.includes("system(") && !line.startsWith("#"))).toEqual([]);
    expect(data).toContain('""); system(""x""); c(""');
  });
});
