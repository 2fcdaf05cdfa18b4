// Writing together, beside Hocuspocus in the same run: npm run bench:collaboration -- [--quick] [fan-out] [storm] [first-sync]
import { concordSide } from "./collaboration/concord-side.mjs";
import { hocuspocusSide } from "./collaboration/hocuspocus-side.mjs";
import { measureTyping } from "./collaboration/measure.mjs";
import { startConcord } from "./support/concord.mjs";
import { bounded } from "./support/ending.mjs";
import { percentile, results } from "./support/results.mjs";
import { textOfPages } from "./support/texts.mjs";
import { newWorld } from "./support/world.mjs";

const quick = process.argv.includes("--quick");
const named = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const asked = (name) => named.length === 0 || named.includes(name);
const runs = quick ? 1 : 3;
const seconds = quick ? 4 : 8;

await bounded(15, async () => {
  const concord = await startConcord();
  const ours = await concordSide({ concord, world: await newWorld(concord.databaseUrl) });
  const beside = await hocuspocusSide();
  if (asked("fan-out")) await fanOut();
  if (asked("storm")) await storm();
  if (asked("first-sync")) await firstSync();

  /** One person types to many who watch. */
  async function fanOut() {
    const table = results();
    for (let run = 0; run < runs; run++) {
      for (const watchers of [50, 200, 1_000]) {
        const [own, theirs] = await both({ typists: 1, watchers });
        table.add(`${watchers} watchers, p95`, { unit: "ms", ours: own.p95, beside: theirs.p95, most: 1.1 });
        table.add(`${watchers} watchers, CPU`, { unit: "%", ours: own.processor, beside: theirs.processor, most: 1 });
        table.add(`${watchers} watchers, CPU of PostgreSQL`, { unit: "%", ours: own.database });
        table.add(`${watchers} watchers, keys not arrived once`, { unit: "keys", ours: own.astray, most: 0 });
      }
    }
    table.print("fan-out: beside it, Hocuspocus, which stores nothing");
  }

  /** Many type at once. */
  async function storm() {
    const table = results();
    for (let run = 0; run < runs; run++) {
      for (const typists of [10, 30]) {
        const [own, theirs] = await both({ typists, watchers: 200 });
        table.add(`${typists} typists, CPU`, { unit: "%", ours: own.processor, beside: theirs.processor, most: 1.2 });
        table.add(`${typists} typists, p95`, { unit: "ms", ours: own.p95, beside: theirs.p95 });
        table.add(`${typists} typists, p95 of the echo`, { unit: "ms", ours: own.echo, most: 300 });
        table.add(`${typists} typists, CPU of PostgreSQL`, { unit: "%", ours: own.database });
        table.add(`${typists} typists, keys not arrived once`, { unit: "keys", ours: own.astray, most: 0 });
      }
    }
    table.print("storm: 200 watchers; beside it, Hocuspocus, which stores nothing");
  }

  async function both(size) {
    const text = textOfPages(6);
    return [await measureTyping(ours, text, { ...size, seconds, databasePid: concord.databasePid }), await measureTyping(beside, text, { ...size, seconds })];
  }

  /** The first sight of a long text with a long history, while somebody else has it open. */
  async function firstSync() {
    const table = results();
    const text = textOfPages(50);
    const edits = quick ? 2_000 : 10_000;
    for (let run = 0; run < runs; run++) {
      const own = await openings(ours, text, edits);
      const theirs = await openings(beside, text, edits);
      table.add("time, median", { unit: "ms", ours: own.taken, beside: theirs.taken, most: 1 });
      table.add("bytes received", { unit: "kB", ours: own.bytes / 1_000, beside: theirs.bytes / 1_000, most: 0.5 });
    }
    table.print(`first-sync: 50 pages, ${edits} edits; beside it, Hocuspocus (Yjs)`);
  }

  async function openings(side, text, edits) {
    const open = await side.newText(text);
    await open.edit(edits);
    const all = [];
    for (let time = 0; time < 15; time++) all.push(await open.open());
    // The first ones warm the driver.
    const warm = all.slice(5);
    return { taken: percentile(warm.map(({ taken }) => taken), 0.5), bytes: percentile(warm.map(({ bytes }) => bytes), 0.5) };
  }
});
