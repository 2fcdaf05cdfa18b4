import pg from "pg";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { database } from "~/store/database.server";
import { freshDatabase } from "~/store/test-database";
import { countSignIn, countUse, isThrottled, perAccount, perPair } from "./throttle.server";

const chief = "chief@demo.concord.example";
let ownerUrl: string;

beforeAll(async () => {
  ({ ownerUrl } = await freshDatabase());
});

beforeEach(async () => {
  await database().throttle.deleteMany();
});

const fail = (email: string, address: string) => countSignIn(email, address);

async function succeed(email: string, address: string) {
  const counted = await countSignIn(email, address);
  if (isThrottled(counted)) throw new Error("throttled");
  await counted.succeeded();
}

describe("trying to sign in", () => {
  test("five times from one place, then 429 and how long to wait", async () => {
    for (let turn = 0; turn < perPair.tries; turn++) expect(isThrottled(await fail(chief, "192.0.2.1"))).toBe(false);
    const no = await fail(chief.toUpperCase(), "192.0.2.1");
    expect(no).toMatchObject({ status: 429, reason: expect.stringContaining("Wait") });
    expect(isThrottled(no) && no.retryAfter > 0 && no.retryAfter <= perPair.seconds).toBe(true);
  });

  test("twenty at the same moment count as twenty", async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => fail(chief, "192.0.2.2")));
    expect(all.filter((one) => !isThrottled(one)).length).toBeLessThanOrEqual(perPair.tries);
  });

  test("signing in starts the count anew", async () => {
    for (let turn = 0; turn < perPair.tries - 1; turn++) await fail(chief, "192.0.2.3");
    await succeed(chief, "192.0.2.3");
    for (let turn = 0; turn < perPair.tries; turn++) expect(isThrottled(await fail(chief, "192.0.2.3"))).toBe(false);
  });

  test("an account that many places guess at is closed to new places, and stays open where its owner works", async () => {
    await succeed(chief, "192.0.2.4");
    for (let place = 0; place < perAccount.tries; place++) await fail(chief, `198.51.100.${place}`);
    expect(isThrottled(await fail(chief, "198.51.100.200"))).toBe(true);
    expect(isThrottled(await fail(chief, "192.0.2.4"))).toBe(false);
    expect(perAccount.seconds).toBeLessThanOrEqual(300);
  });

  test("an unknown account is counted like any other", async () => {
    for (let turn = 0; turn < perPair.tries; turn++) await fail("nobody@demo.concord.example", "192.0.2.5");
    expect(isThrottled(await fail("nobody@demo.concord.example", "192.0.2.5"))).toBe(true);
  });

  test("one place that tries many accounts is stopped too", async () => {
    const use = { name: "test", tries: 3, seconds: 60 };
    for (let turn = 0; turn < 3; turn++) expect(await countUse(use, "192.0.2.6")).toBeNull();
    expect(await countUse(use, "192.0.2.6")).toMatchObject({ status: 429 });
  });

  test("what is kept names nobody", async () => {
    await fail(chief, "192.0.2.7");
    expect(JSON.stringify(await database().throttle.findMany())).not.toMatch(/chief|192\.0\.2/);
  });

  test("nobody gets in while the counters cannot be reached", async () => {
    const owner = new pg.Client({ connectionString: ownerUrl });
    await owner.connect();
    await owner.query('REVOKE ALL ON "Throttle" FROM concord');
    await expect(fail(chief, "192.0.2.8")).rejects.toThrow();
    await expect(countUse({ name: "test", tries: 3, seconds: 60 }, "192.0.2.8")).rejects.toThrow();
    await owner.query('GRANT ALL ON "Throttle" TO concord');
    await owner.end();
  });
});
