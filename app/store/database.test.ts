import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { database, health, inTransaction, listen, notify } from "./database.server";
import { freshDatabase } from "./test-database";

let urls: { url: string; ownerUrl: string };
beforeAll(async () => {
  urls = await freshDatabase();
  await database().$executeRaw`INSERT INTO "AuditRecord" ("programId", "sequence", "at", "actorName", "act", "outcome", "subject", "subjectId", "detail", "previousHash", "hash") VALUES ('p', 1, now(), 'Ana', 'vote.cast', 'done', 'round', 'r', '{}', '', 'h')`;
});

describe("the audit table", () => {
  test.each(['UPDATE "AuditRecord" SET "act" = \'x\'', 'DELETE FROM "AuditRecord"', 'TRUNCATE "AuditRecord"'])("the pages' role is refused: %s", async (statement) => {
    await expect(database().$executeRawUnsafe(statement)).rejects.toThrow(/permission denied/);
  });

  test.each(['UPDATE "AuditRecord" SET "act" = \'x\'', 'DELETE FROM "AuditRecord"', 'TRUNCATE "AuditRecord"'])("even the owner is refused: %s", async (statement) => {
    const client = new pg.Client({ connectionString: urls.ownerUrl });
    await client.connect();
    await expect(client.query(statement)).rejects.toThrow("Audit records are never changed or removed.");
    await client.end();
  });
});

describe("transactions", () => {
  test("one that lost against another is started again, and both count", async () => {
    await database().$executeRaw`CREATE SCHEMA tally`;
    await database().$executeRaw`CREATE TABLE tally.counter (n int)`;
    await database().$executeRaw`INSERT INTO tally.counter VALUES (0)`;
    const add = () =>
      inTransaction(
        async (db) => {
          const [row] = await db.$queryRaw<{ n: number }[]>`SELECT n FROM tally.counter`;
          await db.$executeRaw`UPDATE tally.counter SET n = ${(row?.n ?? 0) + 1}`;
        },
        { isolationLevel: "Serializable" },
      );
    await Promise.all([add(), add(), add()]);
    expect(await database().$queryRaw`SELECT n FROM tally.counter`).toEqual([{ n: 3 }]);
  });

  test("a fault in the work is not tried again", async () => {
    let tries = 0;
    await expect(
      inTransaction(async () => {
        tries++;
        throw new Error("no");
      }),
    ).rejects.toThrow("no");
    expect(tries).toBe(1);
  });
});

describe("notifications", () => {
  test("arrive when the transaction commits, and never when it does not", async () => {
    const heard: string[] = [];
    const stop = await listen("steps", (payload) => heard.push(payload));
    await inTransaction((db) => notify(db, "steps", "kept"));
    await inTransaction(async (db) => {
      await notify(db, "steps", "undone");
      throw new Error("back");
    }).catch(() => {});
    await expect.poll(() => heard).toEqual(["kept"]);
    await stop();
  });

  test("a listener whose connection was cut comes back and says so", async () => {
    const heard: string[] = [];
    const stop = await listen("cut", (payload) => heard.push(payload), () => heard.push("back"));
    const client = new pg.Client({ connectionString: urls.ownerUrl });
    await client.connect();
    await client.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%cut%' AND pid <> pg_backend_pid()");
    await client.end();
    await expect.poll(() => heard, { timeout: 5_000 }).toEqual(["back"]);
    await notify(database(), "cut", "again");
    await expect.poll(() => heard).toEqual(["back", "again"]);
    await stop();
  });
});

test("health says up while the database answers", async () => {
  expect(await health()).toBe("up");
});
