import { Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { Prisma, PrismaClient } from "./generated/client";

/** The client, or the transaction that a command runs in. */
export type Database = PrismaClient | Prisma.TransactionClient;

let connected: { client: PrismaClient; url: string } | undefined;

const longestStatement = 15_000;
const heartbeat = 8_000;
const longestSilence = 5_000;

export async function connect(url: string): Promise<PrismaClient> {
  await disconnect();
  const adapter = new PrismaPg({
    connectionString: url,
    max: 20,
    // A burst of votes waits its turn rather than failing.
    connectionTimeoutMillis: 15_000,
    statement_timeout: longestStatement,
    keepAlive: true,
    stream: impatientSocket,
    lock_timeout: 10_000,
    idle_in_transaction_session_timeout: 30_000,
    // How like a title must be to what was typed to be found: one letter wrong in a word of seven.
    options: "-c pg_trgm.word_similarity_threshold=0.45",
  });
  const client = new PrismaClient({ adapter, transactionOptions: { maxWait: 15_000, timeout: 20_000 } });
  connected = { client, url };
  return client;
}

/** The server ends a statement that takes too long; who answers nothing at all, as behind a cable that was pulled, is given up here. */
function impatientSocket(): Socket {
  const socket = new Socket();
  socket.setTimeout(longestStatement + 2_000, () => socket.destroy(new Error("The database does not answer.")));
  return socket;
}

export async function disconnect(): Promise<void> {
  const leaving = connected;
  connected = undefined;
  await leaving?.client.$disconnect();
}

export function database(): PrismaClient {
  if (!connected) throw new Error("The database is not connected.");
  return connected.client;
}

/** One transaction; started again when the database broke off because of another one. */
export async function inTransaction<T>(
  work: (db: Prisma.TransactionClient) => Promise<T>,
  options: { isolationLevel?: Prisma.TransactionIsolationLevel; timeout?: number } = {},
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await database().$transaction(work, options);
    } catch (fault) {
      if (attempt === 5 || !isConflict(fault)) throw fault;
      await pause(2 ** attempt * 5 * (0.5 + Math.random()));
    }
  }
}

/** True when serialization failed (40001) or a deadlock was broken (40P01), however the error arrived. */
function isConflict(fault: unknown): boolean {
  if (fault instanceof Prisma.PrismaClientKnownRequestError) {
    if (fault.code === "P2034") return true;
    return /"(40001|40P01)"|TransactionWriteConflict/.test(JSON.stringify(fault.meta ?? {}));
  }
  return fault instanceof Error && fault.name === "DriverAdapterError" && /TransactionWriteConflict|40001|40P01|deadlock/.test(`${fault.message} ${JSON.stringify(fault.cause ?? {})}`);
}

/** The database's clock, which is the one that decides deadlines. */
export async function databaseTime(db: Database): Promise<Date> {
  const [row] = await db.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS now`;
  if (!row) throw new Error("The database gave no time.");
  return row.now;
}

export async function health(): Promise<"up" | "down"> {
  try {
    const asked = database().$queryRaw`SELECT 1`;
    asked.catch(() => {});
    const late = pause(3_000, "late" as const, { ref: false });
    return (await Promise.race([asked, late])) === "late" ? "down" : "up";
  } catch {
    return "down";
  }
}

/** Said when the transaction commits, and not at all when it does not. At most 8000 bytes. */
export async function notify(db: Database, channel: string, payload: string): Promise<void> {
  await db.$executeRaw`SELECT pg_notify(${channel}, ${payload})`;
}

/** Hears every notification on a channel until stopped. Connects again by itself; `onReturn` is called then, because what was said in between is lost. */
export async function listen(channel: string, onMessage: (payload: string) => void, onReturn: () => void = () => {}): Promise<() => Promise<void>> {
  if (!connected) throw new Error("The database is not connected.");
  const { url } = connected;
  let stopped = false;
  let current: pg.Client | undefined;

  const open = async (): Promise<void> => {
    const client = new pg.Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: 5_000 });
    let gone = false;
    let beating: NodeJS.Timeout | undefined;
    const lose = () => {
      if (gone) return;
      gone = true;
      clearInterval(beating);
      if (current === client) current = undefined;
      void client.end().catch(() => {});
      if (!stopped && established) void reopen();
    };
    let established = false;
    client.on("error", lose);
    client.on("end", lose);
    client.on("notification", (message) => onMessage(message.payload ?? ""));
    try {
      await client.connect();
      await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
    } catch (fault) {
      lose();
      throw fault;
    }
    established = true;
    current = client;
    // A listener says nothing by itself, and would never learn that nobody speaks to it any more.
    beating = setInterval(() => {
      const late = setTimeout(lose, longestSilence).unref();
      client.query("SELECT 1").then(() => clearTimeout(late), lose);
    }, heartbeat).unref();
    if (stopped) await client.end();
  };

  const reopen = async (): Promise<void> => {
    for (let attempt = 0; !stopped; attempt++) {
      await pause(Math.min(5_000, 100 * 2 ** attempt) * (0.5 + Math.random() / 2), undefined, { ref: false });
      try {
        if (!stopped) await open();
        if (!stopped) onReturn();
        return;
      } catch {
        // The next turn tries again.
      }
    }
  };

  await open();
  return async () => {
    stopped = true;
    await current?.end().catch(() => {});
  };
}
