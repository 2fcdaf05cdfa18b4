import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { DatabaseUnavailable, messageOf } from "./database-unavailable.server";

export type User = { uid: number; gid: number };

/** PostgreSQL refuses to run as root, so root lends it the user `postgres`. */
export function unprivilegedUser(): User | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const find = (): User => ({ uid: idOf("-u"), gid: idOf("-g") });
  try {
    return find();
  } catch {
    try {
      execFileSync("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", "postgres"], { stdio: "ignore" });
      return find();
    } catch {
      throw new DatabaseUnavailable("PostgreSQL does not run as root, and a user named postgres could not be made: create it (useradd --system postgres), or start Concord as another user.");
    }
  }
}

function idOf(kind: "-u" | "-g"): number {
  return Number(execFileSync("id", [kind, "postgres"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
}

export async function reachableFolder(settings: { dataDir: string; dataDirGiven: boolean }, user: User | undefined): Promise<string> {
  await makeFolder(settings.dataDir);
  if (canReach(settings.dataDir, user)) return settings.dataDir;
  const elsewhere = `/var/lib/concord-${createHash("sha256").update(settings.dataDir).digest("hex").slice(0, 8)}`;
  if (!settings.dataDirGiven && user) {
    await makeFolder(elsewhere);
    if (canReach(elsewhere, user)) {
      console.log(`The user postgres cannot reach ${settings.dataDir}, so the database is kept in ${elsewhere}.`);
      return elsewhere;
    }
  }
  throw new DatabaseUnavailable(
    `The database runs as the user postgres, who cannot reach ${settings.dataDir}: set DATA_DIR to a folder that every user may enter, for example DATA_DIR=/var/lib/concord`,
  );
}

async function makeFolder(folder: string): Promise<void> {
  try {
    // Others may pass through; what lies inside is closed by its own modes.
    await mkdir(folder, { recursive: true, mode: 0o711 });
  } catch (fault) {
    throw new DatabaseUnavailable(`The folder ${folder} cannot be made (${messageOf(fault)}): set DATA_DIR to a folder that can be written to, for example DATA_DIR=/var/lib/concord`);
  }
}

export function canReach(folder: string, user: User | undefined): boolean {
  if (!user) return true;
  return spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", folder], { cwd: "/", stdio: "ignore", ...user }).status === 0;
}
