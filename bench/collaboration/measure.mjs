import { setTimeout as pause } from "node:timers/promises";
import { percentile } from "../support/results.mjs";
import { processorSeconds } from "../support/processes.mjs";
import { letterOf } from "./keys.mjs";

const keysASecond = 5;

/** People type into one text while others watch: how late each key arrives, and what it costs the server. */
export async function measureTyping(side, text, { typists, watchers, seconds, databasePid }) {
  const total = Math.round(typists * keysASecond * seconds);
  const sentAt = new Float64Array(total);
  const arrivals = new Uint32Array(total);
  const delays = [];
  const echoes = [];
  const open = await side.newText(text);
  const sockets = [];
  for (let from = 0; from < watchers; from += 25) {
    const some = Array.from({ length: Math.min(25, watchers - from) }, (_, at) =>
      open.watch(from + at, (keys) => {
        const now = performance.now();
        for (const key of keys) {
          arrivals[key] += 1;
          delays.push(now - sentAt[key]);
        }
      }),
    );
    sockets.push(...(await Promise.all(some)));
  }
  const writers = [];
  for (let at = 0; at < typists; at++) writers.push(await open.write(at, (keys) => echo(keys, at)));
  sockets.push(...writers.map(({ socket }) => socket));
  // Those who came in are announced for a while; the measuring begins after that.
  await pause(2_500);

  const [begun, used, databaseUsed] = [performance.now(), processorSeconds(side.pid), processorSeconds(databasePid, { family: true })];
  for (let turn = 0; turn < total; turn++) {
    await pause(Math.max(0, begun + (turn * 1_000) / (typists * keysASecond) - performance.now()));
    sentAt[turn] = performance.now();
    writers[turn % typists].type(letterOf(turn));
  }
  await pause(Math.max(0, begun + seconds * 1_000 - performance.now()));
  const wall = (performance.now() - begun) / 1_000;
  const processor = ((processorSeconds(side.pid) - used) / wall) * 100;
  const database = ((processorSeconds(databasePid, { family: true }) - databaseUsed) / wall) * 100;
  for (let tries = 0; tries < 100 && arrivals.some((count) => count < watchers); tries++) await pause(50);
  for (const socket of sockets) socket.close();
  await pause(300);
  const astray = arrivals.reduce((sum, count) => sum + Math.abs(count - watchers), 0);
  return { p95: percentile(delays, 0.95), echo: percentile(echoes, 0.95), processor, database, astray };

  function echo(keys, writer) {
    const now = performance.now();
    for (const key of keys) if (key % typists === writer) echoes.push(now - sentAt[key]);
  }
}
