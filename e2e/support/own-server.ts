import type { ChildProcess } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { seededFolder, started, startProgram } from "./workplace.mjs";

export type OwnServer = Awaited<ReturnType<typeof ownServer>>;

/** A server that a test may kill and start again on the same folder, apart from the one that the other tests share. */
export async function ownServer(port: number, settings: Record<string, string> = {}) {
  const folder = await seededFolder();
  const origin = `http://localhost:${port}`;
  let running: ChildProcess | null = null;
  let password = "";
  let log = "";

  /** Until it answers. How long that took, in milliseconds. */
  async function start(): Promise<number> {
    const begun = Date.now();
    const child = startProgram(folder, port, settings);
    running = child;
    child.stdout?.on("data", (chunk) => (log += String(chunk)));
    password = /^Demonstration password: (.+)$/m.exec(await started(child))?.[1]?.trim() ?? password;
    return Date.now() - begun;
  }

  async function end(signal: "SIGKILL" | "SIGTERM"): Promise<void> {
    const child = running;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill(signal);
    await ended;
  }

  await start();
  return {
    origin,
    password,
    folder,
    start,
    /** What the server has printed, and what its database has written into its own log. */
    logged: async () => `${log}\n${await readFile(path.join(folder, "postgres.log"), "utf8")}`,
    isAlive: () => running !== null && running.exitCode === null && running.signalCode === null,
    /** As a power cut would end it: no last words, nothing tidied. */
    kill: () => end("SIGKILL"),
    close: async () => {
      await end("SIGTERM");
      await rm(folder, { recursive: true, force: true });
    },
  };
}
