import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { connections } from "../support/http.mjs";
import { percentile } from "../support/results.mjs";
import { historyOf } from "../support/texts.mjs";
import { newDraft } from "../support/world.mjs";
import { openSocket, until } from "./sockets.mjs";

const openings = 5;
const batchesAFrame = 50;
/** Longer than a text is kept that nobody has open. */
const untilGone = 35_000;

/** A long text with a long history, each edit stored as a batch of its own: how soon it is open, what its pages take, and what it takes on disk. */
export async function longDocument({ concord, world, text, batches }) {
  const writer = await world.person("Long", ["drafter"]);
  const { draftId, documentId } = await newDraft(world, writer, text.content);
  const before = await sizeOf(world.pool);
  const begun = performance.now();
  await writeHistory();
  const writing = (performance.now() - begun) / batches;
  const growth = (await sizeOf(world.pool)) - before;
  await pause(untilGone);
  const cold = await opening();
  const again = [];
  for (let time = 0; time < openings; time++) again.push(await opening());
  const browser = connections(concord.origin, 1);
  const pages = {};
  for (const [name, path] of Object.entries({ draft: `/documents/${documentId}/draft`, versions: `/drafts/${draftId}/versions` })) {
    const start = performance.now();
    const answer = await browser.request(path, { headers: { cookie: writer.cookie } });
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}.`);
    await answer.text();
    pages[name] = performance.now() - start;
  }
  browser.close();
  return { writing, growth, cold, again: percentile(again, 0.5), pages };

  function connect(onFrame) {
    return openSocket(`${concord.origin.replace("http", "ws")}/collaboration?draft=${draftId}&schema=${world.schemaVersion}`, {
      headers: { cookie: writer.cookie, origin: concord.origin },
      onMessage: (raw) => onFrame(JSON.parse(raw.toString())),
    });
  }

  async function writeHistory() {
    let version = 0;
    const socket = await connect((frame) => {
      if (frame.kind === "refused" || frame.kind === "unstored") throw new Error(frame.reason);
      if (frame.kind === "steps") version += frame.batches.reduce((sum, { steps }) => sum + steps.length, 0);
    });
    socket.send(JSON.stringify({ kind: "hello", version: null }));
    const steps = [...historyOf(text, batches)].map(({ at, letter }) => (letter ? { stepType: "replace", from: at, to: at, slice: { content: [{ type: "text", text: letter }] } } : { stepType: "replace", from: at - 1, to: at }));
    for (let from = 0; from < steps.length; from += batchesAFrame) {
      const part = steps.slice(from, from + batchesAFrame).map((step) => ({ batchId: randomUUID(), steps: [step] }));
      socket.send(JSON.stringify({ kind: "push", version, batches: part, caret: null }));
      await until(() => version === from + part.length, "the history to be stored", 60);
    }
    socket.close();
  }

  async function opening() {
    const start = performance.now();
    let taken = Number.NaN;
    const socket = await connect((frame) => {
      if (frame.kind === "init") taken = performance.now() - start;
    });
    socket.send(JSON.stringify({ kind: "hello", version: null }));
    await until(() => taken > 0, "the text", 60);
    socket.close();
    return taken;
  }
}

/** The whole database in MiB. */
async function sizeOf(pool) {
  const { rows } = await pool.query("select pg_database_size(current_database()) as size");
  return Number(rows[0].size) / 1_048_576;
}
