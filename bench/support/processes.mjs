import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { atEnd } from "./ending.mjs";

/** A child process of Node that ends with the benchmark. Its last words are kept for when it fails. */
export function startNode(args, { cwd, env }) {
  const child = spawn(process.execPath, args, { cwd, env: { ...process.env, ...env }, stdio: ["ignore", "ignore", "pipe"] });
  let lastWords = "";
  child.stderr.on("data", (chunk) => (lastWords = `${lastWords}${chunk}`.slice(-4_000)));
  const ended = once(child, "exit");
  const close = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGTERM");
    await Promise.race([ended, pause(15_000, undefined, { ref: false })]);
    child.kill("SIGKILL");
  };
  atEnd(close);
  return { child, pid: child.pid, close, lastWords: () => lastWords };
}

export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** Waits until an address answers with 200. */
export async function answering(url, { lastWords, child }, seconds = 60) {
  for (const until = Date.now() + seconds * 1_000; Date.now() < until; await pause(100)) {
    if (child.exitCode !== null) break;
    const answer = await fetch(url).catch(() => null);
    await answer?.arrayBuffer();
    if (answer?.status === 200) return;
  }
  throw new Error(`${url} does not answer.\n${lastWords()}`);
}

/** Seconds of processor time that a process, or with `family` its children too, has used. Linux only: elsewhere NaN. */
export function processorSeconds(pid, { family = false } = {}) {
  try {
    const own = readStat(pid);
    const children = family ? readdirSync("/proc").filter((name) => /^\d+$/.test(name)).flatMap((name) => statOrNone(name)).filter(({ parent }) => parent === pid) : [];
    // A tick is 10 ms on every Linux that Node runs on. Children that have ended are counted with their parent.
    return [own, ...children].reduce((sum, { ticks }) => sum + ticks, family ? own.endedTicks : 0) / 100;
  } catch {
    return Number.NaN;
  }
}

function statOrNone(pid) {
  try {
    return [readStat(pid)];
  } catch {
    return [];
  }
}

function readStat(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]), endedTicks: Number(fields[13]) + Number(fields[14]) };
}
