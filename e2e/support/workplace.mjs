import { execFile, spawn } from "node:child_process";
import { chmod, mkdir, mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";

/**
 * Starts the built program on a folder of its own.
 * @param {string} folder
 * @param {number | string} port
 * @param {Record<string, string>} [settings]
 * @param {import("node:child_process").StdioOptions} [stdio]
 * @returns {import("node:child_process").ChildProcess}
 */
export function startProgram(folder, port, settings = {}, stdio = ["ignore", "pipe", "ignore"]) {
  const env = { ...process.env, NODE_ENV: "production", PORT: String(port), HOST: "localhost", ORIGIN: `http://localhost:${port}`, DATA_DIR: folder, DATABASE_URL: "", SMTP_URL: "", DEMO: "on", TRUST_PROXY: "", ...settings };
  return spawn(process.execPath, ["--enable-source-maps", "build/server/index.js"], { env, stdio });
}

/**
 * Until it says where it is.
 * @param {import("node:child_process").ChildProcess} child
 * @returns {Promise<string>} what it printed
 */
export function started(child) {
  return new Promise((resolve, reject) => {
    let printed = "";
    child.once("exit", (code) => reject(new Error(`The server ended with ${code}: ${printed.slice(-2_000)}`)));
    child.stdout?.on("data", (chunk) => {
      printed = (printed + String(chunk)).slice(-20_000);
      if (printed.includes("Concord is at ")) resolve(printed);
    });
  });
}

const seeded = () => path.join(os.tmpdir(), `concord-e2e-${process.env.E2E_PORT}-seeded`);

/**
 * Makes the demonstration once for all workplaces of a run: that takes several times as long as a start.
 * @returns what was printed meanwhile
 */
export async function seed() {
  await removeSeed();
  await mkdir(seeded());
  await chmod(seeded(), 0o711);
  // At a port of its own: the tests begin as soon as theirs answers.
  const child = startProgram(seeded(), Number(process.env.E2E_PORT ?? "4310") + 9);
  const printed = await started(child);
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await ended;
  return printed;
}

export async function removeSeed() {
  await rm(seeded(), { recursive: true, force: true });
}

/** A workplace with the demonstration in it, for a server of one's own. */
export async function seededFolder() {
  const folder = await mkdtemp(path.join(os.tmpdir(), "concord-e2e-"));
  // The database's files belong to its own user; only this copies them with their owner.
  await promisify(execFile)("cp", ["-a", `${seeded()}/.`, folder]);
  await chmod(folder, 0o711);
  return folder;
}
