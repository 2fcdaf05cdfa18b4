import { afterAll, beforeAll, expect, test } from "vitest";
import { documentSchema, schemaVersion } from "~/editor/schema/document-schema";
import { workingDoc, workingText } from "~/editor/working-text";
import { connect, database } from "~/store/database.server";
import { createDraft, draftRows } from "~/store/drafting.server";
import { freshDatabase } from "~/store/test-database";
import { faultProxy, type FaultProxy } from "../../e2e/support/fault-proxy";
import { until, writer, type Writer } from "../../e2e/support/writer";
import { listeningServer, origin, smallProgram, startText, type Program } from "./test-program";

let program: Program;
let here: Awaited<ReturnType<typeof listeningServer>>;
let wire: FaultProxy;

beforeAll(async () => {
  const { url } = await freshDatabase();
  program = await smallProgram();
  const behind = new URL(url);
  wire = await faultProxy({ host: behind.hostname, port: Number(behind.port) });
  behind.port = String(wire.port);
  await connect(behind.href);
  here = await listeningServer();
});
afterAll(async () => {
  await wire.become("pass");
  await here.collaboration.close();
  here.server.close();
  await wire.close();
});

const anotherDraft = async () => (await createDraft(database(), { documentId: program.documentId, content: startText, schemaVersion })).id;
const writing = (draftId: string, person: { cookie: string }, address = here.address) => writer({ origin, address, cookie: person.cookie, draftId });

/** Types a numbered stream until told to stop. */
function typist(who: Writer, name: string, every = 60): () => Promise<void> {
  let stopped = false;
  const run = (async () => {
    for (let turn = 0; !stopped; turn++) {
      who.type(`${name}${turn}.`);
      await new Promise((resolve) => setTimeout(resolve, every));
    }
  })();
  return () => {
    stopped = true;
    return run;
  };
}

/** Saved is kept, all have the same text, and the text is one that the schema accepts. */
async function holds(draftId: string, writers: Writer[]): Promise<void> {
  await until(() => writers.every((each) => each.isSaved() && each.version() === writers[0]?.version()), 20_000, "all have the same version");
  expect(new Set(writers.map((each) => each.text())).size).toBe(1);
  const rows = await draftRows(database(), draftId);
  if (!rows) throw new Error("The text is gone.");
  const stored = workingDoc(rows).doc;
  stored.check();
  expect(JSON.stringify(stored.toJSON())).toBe(writers[0]?.text());
  const text = JSON.stringify(workingText(rows).content);
  for (const each of writers) for (const token of each.typed) expect([token, text.split(`${token} `).length]).toEqual([token, 2]);
  for (const each of writers) for (const token of each.saved) expect(text).toContain(`${token} `);
  expect(documentSchema.nodeFromJSON(stored.toJSON()).eq(stored)).toBe(true);
}

test("a database that refuses for ten seconds while two write: nobody is told it is saved, and all is stored within five seconds after", async () => {
  const draftId = await anotherDraft();
  const [one, two] = await Promise.all([writing(draftId, program.clinician), writing(draftId, program.advocate)]);
  const stops = [typist(one, "a"), typist(two, "b")];
  await until(() => one.saved.size > 3, 5_000, "writing");
  await wire.become("refuse");
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const savedBefore = one.saved.size;
  await new Promise((resolve) => setTimeout(resolve, 9_000));
  expect(one.saved.size).toBe(savedBefore);
  await Promise.all(stops.map((stop) => stop()));
  await wire.become("pass");
  await until(() => one.isSaved() && two.isSaved(), 5_000, "all is stored after the database came back");
  await holds(draftId, [one, two]);
  for (const each of [one, two]) each.end();
});

test("the last writer leaves while the database is away: what was saved is there, and what was not comes with the writer's return", async () => {
  const draftId = await anotherDraft();
  const one = await writing(draftId, program.clinician);
  one.type("before.");
  await until(() => one.isSaved(), 5_000, "saved");
  await wire.become("refuse");
  one.type("unstored.");
  await until(() => one.unstored() > 0, 3_000, "told that it is not stored");
  one.cut();
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  await wire.become("pass");
  await until(() => one.isSaved(), 10_000, "stored after the return");
  await holds(draftId, [one]);
  one.end();
});

test("a database that takes everything and answers nothing is given up, nothing piles up, and all is stored when it is back", async () => {
  const draftId = await anotherDraft();
  const [one, two] = await Promise.all([writing(draftId, program.clinician), writing(draftId, program.advocate)]);
  const stops = [typist(one, "a", 100), typist(two, "b", 100)];
  await until(() => one.saved.size > 3, 5_000, "writing");
  await wire.become("hang");
  const savedBefore = one.saved.size + two.saved.size;
  await until(() => one.unstored() + two.unstored() > 0, 25_000, "the hang is noticed");
  expect(one.saved.size + two.saved.size).toBeLessThanOrEqual(savedBefore + 4);
  expect(wire.connections()).toBeLessThanOrEqual(25);
  await Promise.all(stops.map((stop) => stop()));
  await wire.become("pass");
  await until(() => one.isSaved() && two.isSaved(), 20_000, "all is stored after the database came back");
  await holds(draftId, [one, two]);
  for (const each of [one, two]) each.end();
});

test("connections to the database that are torn thirty times in the middle of what they say leave no half state", async () => {
  const draftId = await anotherDraft();
  const [one, two] = await Promise.all([writing(draftId, program.clinician), writing(draftId, program.advocate)]);
  const stops = [typist(one, "a", 15), typist(two, "b", 15)];
  for (let turn = 0; turn < 30; turn++) {
    await new Promise((resolve) => setTimeout(resolve, 40 + Math.random() * 160));
    wire.tearAll();
  }
  await Promise.all(stops.map((stop) => stop()));
  await until(() => one.isSaved() && two.isSaved(), 20_000, "all is stored");
  await allConnectionsAnswer();
  const rows = await database().draftStep.findMany({ where: { draftId }, orderBy: { version: "asc" } });
  expect(rows.map(({ version }) => version)).toEqual(rows.map((_, at) => at + 1));
  await holds(draftId, [one, two]);
  for (const each of [one, two]) each.end();
});

/** That a connection was torn is noticed by whoever uses it next, which here would be the test's own reading. */
async function allConnectionsAnswer(): Promise<void> {
  for (let left = 20; ; left--) {
    const asked = await Promise.allSettled(Array.from({ length: 12 }, () => database().draftStep.count()));
    const torn = asked.find(({ status }) => status === "rejected");
    if (!torn) return;
    if (left === 0) throw new Error("A connection stays torn.", { cause: torn });
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

test("two servers on one database, people split between them: all have the same text within two seconds", async () => {
  const draftId = await anotherDraft();
  const other = await listeningServer();
  const writers = await Promise.all([writing(draftId, program.clinician), writing(draftId, program.advocate), writing(draftId, program.clinician, other.address), writing(draftId, program.advocate, other.address)]);
  const stops = writers.map((each, at) => typist(each, `w${at}t`, 40));
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  await Promise.all(stops.map((stop) => stop()));
  await until(() => writers.every((each) => each.isSaved() && each.version() === writers[0]?.version()), 2_000, "all have the same version");
  await holds(draftId, writers);
  for (const each of writers) each.end();
  await other.collaboration.close();
  other.server.close();
});

test("tearing the line between a writer and the server at any moment loses nothing and doubles nothing", async () => {
  const draftId = await anotherDraft();
  const line = await faultProxy({ host: "127.0.0.1", port: Number(new URL(here.address).port) });
  const [one, two] = await Promise.all([writing(draftId, program.clinician, `http://127.0.0.1:${line.port}`), writing(draftId, program.advocate)]);
  const stops = [typist(one, "a", 20), typist(two, "b", 20)];
  for (let turn = 0; turn < 15; turn++) {
    await new Promise((resolve) => setTimeout(resolve, 50 + Math.random() * 150));
    line.tearAll();
  }
  await Promise.all(stops.map((stop) => stop()));
  expect(one.breaks()).toBeGreaterThan(0);
  await holds(draftId, [one, two]);
  for (const each of [one, two]) each.end();
  await line.close();
});
