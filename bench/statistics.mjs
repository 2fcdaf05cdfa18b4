// Fits of the size that programs bring, beside R where there is one (Rscript, or R in WebAssembly): npm run bench:statistics -- [--quick]
import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ownModules } from "./support/modules.mjs";
import { results } from "./support/results.mjs";

const quick = process.argv.includes("--quick");
const { analyse, rScript } = await ownModules();
const words = { measure: "uses of force", better: "lower" };
const series = (length) => ({
  method: "interrupted-series",
  periods: Array.from({ length }, (_, i) => ({ label: `P${i + 1}`, value: 50 + ((i * 37) % 23) - (i >= length / 2 ? 5 : 0), exposure: 1000 + (i % 97) })),
  change: length / 2,
  impact: { level: true, slope: true, lag: 0 },
  seasonality: { kind: "harmonics", pairs: 2, length: 12 },
  family: "counts",
  errors: "newey-west",
  words,
});
const panel = (units, periods) => ({
  method: "staggered-panel",
  rows: Array.from({ length: units * periods }, (_, i) => ({ unit: `U${Math.floor(i / periods)}`, period: `P${i % periods}`, value: 3 + ((i * 31 + (i % periods) * 17) % 9), exposure: 20 + Math.floor(i / periods), treated: i % periods > 12 + Math.floor(i / periods) ? 1 : 0 })),
  family: "counts",
  words,
});

const cases = [
  ["series of 60 periods", series(60)],
  [`series of ${quick ? "10,000" : "100,000"} points`, series(quick ? 10_000 : 100_000)],
  ["panel of 48 units and 72 periods", panel(48, 72)],
];

const beside = await rBeside();
const table = results();
for (let run = -1; run < (quick ? 1 : 3); run++) {
  for (const [name, request] of cases) {
    const started = performance.now();
    const found = analyse(request);
    const ours = performance.now() - started;
    if ("refused" in found) throw new Error(`${name}: ${found.refused}`);
    const theirs = beside ? await beside.run(rScript(request)) : undefined;
    if (run >= 0) table.add(name, { unit: "ms", ours, ...(theirs === undefined ? {} : { beside: theirs }) });
  }
}
table.print(`statistics: our fits${beside ? `; beside them, ${beside.name} on the script that we give out` : "; no R was found to stand beside them"}`);
beside?.close();

async function rBeside() {
  if (spawnSync("Rscript", ["--version"]).status === 0) {
    const folder = mkdtempSync(path.join(tmpdir(), "concord-r-"));
    const run = ({ script, data }) => {
      writeFileSync(path.join(folder, "data.csv"), data);
      writeFileSync(path.join(folder, "script.R"), script);
      const started = performance.now();
      const { status, stderr } = spawnSync("Rscript", ["script.R"], { cwd: folder, encoding: "utf8" });
      if (status !== 0) throw new Error(stderr);
      return performance.now() - started;
    };
    return { name: "R, its start included", run, close: () => undefined };
  }
  const webr = await import("webr").catch(() => null);
  if (!webr) return null;
  const r = new webr.WebR({ interactive: false });
  await r.init();
  const run = async ({ script, data }) => {
    await r.FS.writeFile("/home/web_user/data.csv", new TextEncoder().encode(data));
    const shelter = await new r.Shelter();
    const started = performance.now();
    await shelter.captureR(`setwd("/home/web_user")\n${script}`, { withAutoprint: false });
    const taken = performance.now() - started;
    await shelter.purge();
    return taken;
  };
  return { name: "R in WebAssembly", run, close: () => r.close() };
}
