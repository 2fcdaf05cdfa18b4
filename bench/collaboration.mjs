// Writing together, beside Hocuspocus in the same run:
// npm run bench:collaboration -- [--quick] [fan-out] [storm] [first-sync] [key-to-remote-eye] [idle-documents] [long-document] [soak [--minutes=10]]
// Without a name all but the soak, which takes its minutes, are run.
import { concordSide } from "./collaboration/concord-side.mjs";
import { hocuspocusSide } from "./collaboration/hocuspocus-side.mjs";
import { idleDocuments } from "./collaboration/idle-documents.mjs";
import { longDocument } from "./collaboration/long-document.mjs";
import { measureTyping } from "./collaboration/measure.mjs";
import { remoteEye } from "./collaboration/remote-eye.mjs";
import { soak } from "./collaboration/soak.mjs";
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

const minutes = Number(/^--minutes=(\d+)$/.exec(process.argv.find((word) => word.startsWith("--minutes")) ?? "")?.[1] ?? (quick ? 1 : 10));

await bounded(20 + (named.includes("soak") ? minutes : 0), async () => {
  const concord = await startConcord();
  const world = await newWorld(concord.databaseUrl);
  const ours = await concordSide({ concord, world });
  const beside = await hocuspocusSide();
  if (asked("fan-out")) await fanOut();
  if (asked("storm")) await storm();
  if (asked("first-sync")) await firstSync();
  if (asked("key-to-remote-eye")) await keyToRemoteEye();
  if (asked("idle-documents")) await idle();
  if (asked("long-document")) await long();
  if (named.includes("soak")) await soaked();

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

  /** From a key here until it is painted there. */
  async function keyToRemoteEye() {
    const table = results();
    for (let run = 0; run < runs; run++) {
      for (const { pages, most } of [{ pages: 1, most: 40 }, { pages: 50, most: 60 }]) {
        const { p50, p95, missing } = await remoteEye({ concord, world, text: textOfPages(pages), keys: quick ? 40 : 100 });
        table.add(`${pages} pages, p50`, { unit: "ms", ours: p50 });
        table.add(`${pages} pages, p95`, { unit: "ms", ours: p95, most });
        table.add(`${pages} pages, keys not seen`, { unit: "keys", ours: missing, most: 0 });
      }
    }
    table.print("key-to-remote-eye: two browsers on one text");
  }

  /** What a text costs that is open and still. */
  async function idle() {
    const table = results();
    const text = textOfPages(6);
    for (let run = 0; run < runs; run++) {
      const own = await idleDocuments(ours, text, quick ? 50 : 200);
      const theirs = await idleDocuments(beside, text, quick ? 50 : 200);
      table.add("memory a document", { unit: "KiB", ours: own.each, beside: theirs.each, most: 0.5 });
      table.add("memory when all are closed, of the start", { unit: "times", ours: own.back, most: 1.1 });
    }
    table.print("idle-documents: open to one person each, then closed; beside it, Hocuspocus");
  }

  /** A long text with a long history. */
  async function long() {
    const table = results();
    const batches = quick ? 1_000 : 10_000;
    for (let run = 0; run < (quick ? 1 : 2); run++) {
      const { writing, growth, cold, again, pages } = await longDocument({ concord, world, text: textOfPages(200), batches });
      table.add("stored, a batch", { unit: "ms", ours: writing });
      table.add("grown on disk", { unit: "MiB", ours: growth });
      table.add("opened when nobody had it open", { unit: "ms", ours: cold, most: 3_000 });
      table.add("opened while it is open", { unit: "ms", ours: again });
      for (const [name, taken] of Object.entries(pages)) table.add(`page: ${name}`, { unit: "ms", ours: taken, most: 3_000 });
    }
    table.print(`long-document: 200 pages, ${batches} stored batches`);
  }

  async function soaked() {
    const table = results();
    const { slope, rounds, unstored } = await soak({ concord, world, text: textOfPages(6), minutes });
    table.add("memory slope", { unit: "MiB a minute", ours: slope, most: 0.5 });
    table.add("texts opened, edited and closed", { unit: "texts", ours: rounds });
    table.add("told that it is not stored", { unit: "times", ours: unstored });
    table.print(`soak: ${minutes} minutes, the database refusing for two of every ten seconds`);
  }
});
