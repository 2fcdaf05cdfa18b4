// The invariants of suggestions (ux.md 3.4, I1 to I6) on many random histories, and how long a ruling on one keystroke takes.
// node bench/suggestions.mjs [histories, 10000 by default] [seed]
import { fileURLToPath } from "node:url";
import { createServer } from "vite";

const runs = Number(process.argv[2] ?? 10_000);
const seed = Number(process.argv[3] ?? 418);
const root = fileURLToPath(new URL("..", import.meta.url));
const vite = await createServer({ root, configFile: false, appType: "custom", logLevel: "error", server: { middlewareMode: true, ws: false }, resolve: { alias: { "~": `${root}app` } } });
const fc = (await import("fast-check")).default;
const invariants = await vite.ssrLoadModule("/app/editor/suggestions/test-invariants.ts");
const { editorOf } = await vite.ssrLoadModule("/app/editor/suggestions/test-client.ts");
const order = fc.array(fc.nat(1000), { minLength: 8, maxLength: 8 });
const { deeds, turns, oneSuggests, rulingSeesAll, threeAtOnce } = invariants;
let failed = false;

const started = performance.now();
check("one suggests", fc.property(deeds(6), deeds(10), order, (first, then, shuffle) => oneSuggests(first, then, shuffle, (doc, name) => editorOf(doc, name, true))));
check("by hand", fc.property(deeds(5), deeds(5), deeds(8), (first, second, then) => rulingSeesAll(first, second, then, editorOf)));
check("three at once", fc.property(turns(40), order, threeAtOnce));
console.log(`${runs} histories in ${((performance.now() - started) / 1000).toFixed(1)} s`);
await vite.close();
process.exit(failed ? 1 : 0);

function check(name, property) {
  const result = fc.check(property, { numRuns: Math.ceil(runs / 3), seed, endOnFailure: false });
  failed ||= result.failed;
  console.log(`${name}: ${result.numRuns} histories, ${result.failed ? `FAILED\n${JSON.stringify(result.counterexample)}\n${result.errorInstance?.stack?.slice(0, 6000)}` : "0 failures"}`);
}
