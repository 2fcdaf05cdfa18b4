import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { PersonKey } from "../../prisma/demonstration/people";
import { ownServer, type OwnServer } from "../support/own-server";
import { cookieOf, draftInHand } from "../support/protocol-person";
import { expect, test } from "../support/test";
import { until, writer, type Writer } from "../support/writer";

/** Thirty rounds take up to a quarter of an hour: CONCORD_KILL_ROUNDS=30 npx playwright test killed-server */
const rounds = Number(process.env.CONCORD_KILL_ROUNDS ?? 3);
const typists: PersonKey[] = ["dispatch", "clinician", "cit", "dispatch", "clinician"];

test.describe.configure({ mode: "serial", timeout: 60_000 + rounds * 30_000 });

let server: OwnServer;
let cookies: string[];
let draftId: string;

test.beforeAll(async () => {
  server = await ownServer(Number(process.env.E2E_PORT) + 6);
  cookies = await Promise.all(typists.map((name) => cookieOf(server, name)));
  draftId = await draftInHand(server, cookies[0] ?? "");
});
test.afterAll(() => server?.close());

const five = () => Promise.all(cookies.map((cookie) => writer({ origin: server.origin, cookie, draftId })));

/** Types numbered tokens until it is told to stop, whatever happens to the server meanwhile; draws breath now and then, as people do, and sees "Saved". */
async function type(who: Writer, name: string, goesOn: () => boolean): Promise<void> {
  for (let turn = 0; goesOn(); turn++) {
    who.type(`${name}t${turn}.`);
    await pause(turn % 6 === 5 ? 600 : 80);
  }
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Saved is there, everything typed is there once, and all see the same text. */
async function holds(writers: Writer[]): Promise<void> {
  await until(() => writers.every((each) => each.isSaved() && each.version() === writers[0]?.version()), 60_000, "all have the same version");
  expect(new Set(writers.map((each) => each.text())).size).toBe(1);
  const text = writers[0]?.text() ?? "";
  for (const each of writers) {
    each.check();
    expect(each.refused).toEqual([]);
    for (const token of each.typed) expect([token, text.split(`${token} `).length]).toEqual([token, 2]);
    for (const token of each.saved) expect(text).toContain(`${token} `);
  }
  const fresh = await writer({ origin: server.origin, cookie: cookies[0] ?? "", draftId });
  await until(() => fresh.version() >= (writers[0]?.version() ?? 0), 20_000, "who comes new sees it");
  expect(fresh.text()).toBe(text);
  fresh.end();
}

test(`a server that is killed ${rounds} times while five people write loses nothing that was saved`, async () => {
  const writers = await five();
  const starts: number[] = [];
  for (let round = 0; round < rounds; round++) {
    let goesOn = true;
    const typing = Promise.all(writers.map((each, at) => type(each, `r${round}w${at}`, () => goesOn)));
    await pause(1_000 + Math.random() * 2_000);
    await server.kill();
    starts.push(await server.start());
    await pause(1_500);
    goesOn = false;
    await typing;
  }
  expect(writers.some((each) => each.saved.size > 0)).toBe(true);
  await holds(writers);
  expect(writers.every((each) => each.breaks() > 0)).toBe(true);
  console.log(`  the server answered again after ${starts.map((each) => `${(each / 1000).toFixed(1)} s`).join(", ")}`);
  for (const each of writers) each.end();
});

test("a database that is killed while five people write comes back by itself, and nothing that was saved is lost", async () => {
  const writers = await five();
  let goesOn = true;
  const typing = Promise.all(writers.map((each, at) => type(each, `dbw${at}`, () => goesOn)));
  for (let time = 0; time < 2; time++) {
    await pause(1_500);
    const pid = Number((await readFile(path.join(server.folder, "postgres", "postmaster.pid"), "utf8")).split("\n")[0]);
    process.kill(pid, "SIGKILL");
  }
  await pause(3_000);
  goesOn = false;
  await typing;
  await holds(writers);
  expect(server.isAlive()).toBe(true);
  for (const each of writers) each.end();
});

test("a second server on the same folder refuses to start, says so, and harms nothing", async () => {
  const [one] = await five();
  if (!one) throw new Error("Nobody writes.");
  const child = spawn(process.execPath, ["build/server/index.js"], {
    env: { ...process.env, NODE_ENV: "production", PORT: String(Number(process.env.E2E_PORT) + 7), HOST: "localhost", ORIGIN: "", DATA_DIR: server.folder, DATABASE_URL: "", DEMO: "off" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (chunk) => (said += String(chunk)));
  const code = await new Promise((resolve) => child.once("exit", resolve));
  expect(code).toBe(1);
  expect(said).toContain("already running");
  one.type("after-the-second.");
  await until(() => one.isSaved(), 20_000, "still written to");
  one.end();
});
