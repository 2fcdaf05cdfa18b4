import { spawn, type ChildProcess } from "node:child_process";
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";

export type OwnServer = Awaited<ReturnType<typeof ownServer>>;

/** A server that a test may kill and start again on the same folder, apart from the one that the other tests share. */
export async function ownServer(port: number, settings: Record<string, string> = {}) {
  const folder = await mkdtemp(path.join(os.tmpdir(), "concord-e2e-own-"));
  await chmod(folder, 0o711);
  const origin = `http://localhost:${port}`;
  let running: ChildProcess | null = null;
  let password = "";
  let log = "";

  /** Until it answers. How long that took, in milliseconds. */
  async function start(): Promise<number> {
    const begun = Date.now();
    const child = spawn(process.execPath, ["--enable-source-maps", "build/server/index.js"], {
      env: { ...process.env, NODE_ENV: "production", PORT: String(port), HOST: "localhost", ORIGIN: origin, DATA_DIR: folder, DATABASE_URL: "", SMTP_URL: "", DEMO: "on", TRUST_PROXY: "", ...settings },
      stdio: ["ignore", "pipe", "ignore"],
    });
    running = child;
    await new Promise<void>((resolve, reject) => {
      let printed = "";
      child.once("exit", (code) => reject(new Error(`The server ended with ${code}: ${printed.slice(-2_000)}`)));
      child.stdout?.on("data", (chunk) => {
        printed = (printed + String(chunk)).slice(-20_000);
        log += String(chunk);
        password = /^Demonstration password: (.+)$/m.exec(printed)?.[1]?.trim() ?? password;
        if (printed.includes(`Concord is at ${origin}`)) resolve();
      });
    });
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
