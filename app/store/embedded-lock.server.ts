import { spawnSync } from "node:child_process";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { codeOf, DatabaseUnavailable, messageOf } from "./database-unavailable.server";

/** One server a data folder: the pid and its start time, so that a number used again is not taken for us. */
export async function takeLock(folder: string): Promise<() => Promise<void>> {
  const lock = path.join(folder, "concord.pid");
  const mine = `${process.pid} ${startedAt(process.pid)}\n`;
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      await writeFile(lock, mine, { flag: "wx", mode: 0o600 });
      return async () => {
        if ((await readFile(lock, "utf8").catch(() => "")) === mine) await rm(lock, { force: true });
      };
    } catch (fault) {
      if (codeOf(fault) !== "EEXIST")
        throw new DatabaseUnavailable(`The folder ${folder} cannot be written to (${messageOf(fault)}): set DATA_DIR to one that can, for example DATA_DIR=/var/lib/concord`);
    }
    const holder = await readFile(lock, "utf8").catch(() => "");
    const [pid, started] = holder.trim().split(" ");
    if (pid && isAlive(Number(pid)) && startedAt(Number(pid)) === (started ?? ""))
      throw new DatabaseUnavailable(`Concord is already running on ${folder} (process ${pid}): stop it first, or set DATA_DIR to another folder.`);
    // Moved away before it is removed, so that of two starts only one clears the dead one's lock.
    const stale = `${lock}.${process.pid}`;
    await rename(lock, stale).catch(() => {});
    await rm(stale, { force: true });
  }
  throw new DatabaseUnavailable(`The lock ${lock} could not be taken: another start is under way.`);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return codeOf(fault) === "EPERM";
  }
}

function startedAt(pid: number): string {
  if (process.platform === "win32") return "";
  const asked = spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8", env: { ...process.env, LC_ALL: "C", TZ: "UTC" } });
  return (asked.stdout ?? "").trim().replaceAll(" ", "_");
}

/** A Concord that was killed leaves its PostgreSQL behind; it is stopped cleanly before a new one starts. */
export async function stopOrphan(cluster: string): Promise<void> {
  const file = path.join(cluster, "postmaster.pid");
  const pid = Number((await readFile(file, "utf8").catch(() => "")).split("\n")[0]);
  if (!pid) return;
  if (!isAlive(pid) || !isPostgres(pid)) {
    await rm(file, { force: true });
    return;
  }
  for (const [signal, seconds] of [["SIGINT", 20], ["SIGQUIT", 10]] as const) {
    process.kill(pid, signal);
    for (let waited = 0; waited < seconds * 20 && isAlive(pid); waited++) await pause(50);
    if (!isAlive(pid)) return;
  }
  throw new DatabaseUnavailable(`A PostgreSQL from an earlier start still runs on ${cluster} (process ${pid}) and does not stop: end it and start again.`);
}

function isPostgres(pid: number): boolean {
  if (process.platform === "win32") return true;
  return (spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout ?? "").includes("postgres");
}
