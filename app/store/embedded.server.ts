import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { closeSync, existsSync, openSync } from "node:fs";
import { chown, mkdir, readFile, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { stopOrphan, takeLock } from "./embedded-lock.server";
import { codeOf, DatabaseUnavailable, messageOf } from "./database-unavailable.server";
import { type Programs, reachablePrograms } from "./embedded-programs.server";
import { reachableFolder, unprivilegedUser, type User } from "./embedded-user.server";

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

/** Nobody copies this database by its log. So what goes into the box of secret ballots, whose file is new each time, is written to that file alone. */
const walWithoutBallots = ["wal_level=minimal", "max_wal_senders=0", "wal_skip_threshold=0"].flatMap((setting) => ["-c", setting]);

/** After so long a life the next end is a new one. */
const longEnough = 20_000;

/** Half a second, and twice as long after each life that was short, up to ten seconds. In milliseconds. */
export function waitBeforeStart(shortLives: number): number {
  return Math.min(10_000, 500 * 2 ** shortLives);
}

async function startPostgres(programs: Programs, folder: string, cluster: string, user: User | undefined) {
  const port = await freePort();
  const logFile = path.join(folder, "postgres.log");
  const long = ((await stat(logFile).catch(() => undefined))?.size ?? 0) > 5_000_000;
  // A file, not a pipe: it outlives us when we are killed. Its own process group: Ctrl+C reaches us first, and we stop it last.
  const log = openSync(logFile, long ? "w" : "a", 0o600);
  const flags = ["-D", cluster, "-p", String(port), "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "max_connections=100", "-c", "timezone=UTC", ...walWithoutBallots];
  let ended = false;
  let stopping = false;
  let shortLives = 0;
  const launch = () => {
    const begun = performance.now();
    const child = spawn(programs.postgres, flags, { cwd: "/", env: { ...process.env, LC_ALL: "C" }, stdio: ["ignore", log, log], detached: true, ...user });
    const exit = new Promise<void>((resolve) => {
      const end = () => {
        ended = true;
        resolve();
        if (stopping || !serving) return;
        shortLives = performance.now() - begun < longEnough ? shortLives + 1 : 0;
        // Something ended it from outside; pages fail until it is back, and lose nothing that was committed. It may take several starts:
        // what is left of the one before holds its memory for a while, and a full disk is full until somebody makes room.
        setTimeout(() => {
          if (stopping) return;
          ended = false;
          current = launch();
        }, waitBeforeStart(shortLives)).unref();
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
