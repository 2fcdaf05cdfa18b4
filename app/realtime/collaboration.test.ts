import { expect, test } from "vitest";
import { Node } from "@tiptap/pm/model";
import { EditorState } from "@tiptap/pm/state";
import { nanoid } from "nanoid";
import { announcementChannel } from "~/domain/notices/announcement";
import type { PersonActor } from "~/http/session.server";
import { actorOfSession } from "~/http/session.server";
import { closeBatch, collaboration, nextBatch, receive, standingOf } from "~/editor/collaboration";
import { documentSchema, schemaVersion } from "~/editor/schema/document-schema";
import { cleanText } from "~/editor/suggestions/clean-text";
import { workingText } from "~/editor/working-text";
import { stepsSince } from "~/queries/drafting/working-room.server";
import { receiveSteps } from "~/commands/drafting/receive-steps.server";
import { database, notify } from "~/store/database.server";
import { createDraft, draftRows, setFrozen } from "~/store/drafting.server";
import { typing } from "../../e2e/support/protocol-client.mjs";
import { openRoom } from "./room.server";
import { here, listeningServer, program, serveProgram, socketFor, startText } from "./test-program";

serveProgram();

const anotherDraft = async () => (await createDraft(database(), { documentId: program.documentId, content: startText, schemaVersion })).id;
const textOf = async (draftId: string) => {
  const rows = await draftRows(database(), draftId);
  return JSON.stringify(rows && workingText(rows).content);
};
const refusalsOf = (draftId: string) => database().auditRecord.findMany({ where: { subjectId: draftId, outcome: "refused" } });
const soon = async <T>(look: () => Promise<T>, is: (found: T) => boolean): Promise<T> => {
  for (let tries = 0; ; tries++) {
    const found = await look();
    if (is(found) || tries > 600) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

/** An editor without a screen. */
async function writer(person: { cookie: string }, draftId: string, address = here.address) {
  const socket = await socketFor(address, person, draftId);
  socket.send({ kind: "hello", version: null });
  const init = await socket.heard(({ kind }) => kind === "init");
  let state = EditorState.create({ doc: Node.fromJSON(documentSchema, init.snapshot?.content), plugins: [collaboration(init.version, nanoid)] });
  let inFlight = false;
  const push = () => {
    const batch = nextBatch(state);
    if (inFlight || !batch) return;
    inFlight = true;
    const closed = closeBatch(state, batch.batchId, nanoid);
    if (closed) state = state.apply(closed);
    socket.send({ kind: "push", version: batch.version, batches: [{ batchId: batch.batchId, steps: batch.steps }], caret: null });
  };
  socket.onFrame((frame) => {
    if (frame.kind !== "steps") return;
    const waiting = nextBatch(state)?.batchId;
    state = state.apply(receive(state, frame.from, frame.batches));
    if (frame.batches.some((batch) => batch.batchId === waiting)) inFlight = false;
    push();
  });
  return {
    socket,
    type: (at: number, words: string) => {
      state = state.apply(state.tr.insertText(words, Math.min(at, state.doc.content.size - 2)));
      push();
    },
    text: () => JSON.stringify(state.doc.toJSON()),
    saved: () => standingOf(state).unconfirmed.length === 0,
    version: () => standingOf(state).version,
  };
}

test("two people write in one paragraph at once, and both see the same stored text", async () => {
  const draftId = await anotherDraft();
  const [one, two] = await Promise.all([writer(program.clinician, draftId), writer(program.advocate, draftId)]);
  for (let turn = 0; turn < 40; turn++) {
    one.type(5, `a${turn} `);
    two.type(5, `b${turn} `);
    if (turn % 5 === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await soon(async () => one.saved() && two.saved() && one.version() === two.version(), Boolean);
  expect(one.text()).toBe(two.text());
  expect(JSON.parse(await textOf(draftId))).toEqual(cleanText(Node.fromJSON(documentSchema, JSON.parse(one.text()))));
  for (let turn = 0; turn < 40; turn++) expect(one.text().split(`a${turn} `).length).toBe(2);
});

test("a batch sent twice counts once", async () => {
  const draftId = await anotherDraft();
  const socket = await socketFor(here.address, program.clinician, draftId);
  socket.send({ kind: "hello", version: 0 });
  const push = { kind: "push", version: 0, batches: [{ batchId: "batch-once-1", steps: [typing(5, "once ")] }], caret: null };
  socket.send(push);
  socket.send(push);
  await socket.heard(({ kind, batches }) => kind === "steps" && batches.some(({ steps }) => steps.length === 0));
  expect((await textOf(draftId)).split("once ").length).toBe(2);
});

test("a push that was stored but never answered is stored once when it is sent again by another connection", async () => {
  const draftId = await anotherDraft();
  const { actor } = (await actorOfSession(program.clinician.sessionId)) as { actor: PersonActor };
  const thing = { programId: program.programId };
  // The process died between the insert and the answer.
  expect(await receiveSteps(draftId, thing, 0, [{ actor, batchId: "lost-answer", steps: [typing(5, "kept ")] }])).toEqual({ ok: true, value: true });
  const again = await writer(program.clinician, draftId);
  again.socket.send({ kind: "push", version: 0, batches: [{ batchId: "lost-answer", steps: [typing(5, "kept ")] }, { batchId: "after-that", steps: [typing(10, "and more ")] }], caret: null });
  await again.socket.heard(({ kind, batches }) => kind === "steps" && batches.some(({ batchId }) => batchId === "after-that"));
  expect(await textOf(draftId)).toContain("kept and more Start.");
});

test("eight processes push at once: each version is given once and none is lost", async () => {
  const draftId = await anotherDraft();
  const servers = await Promise.all(Array.from({ length: 4 }, listeningServer));
  const writers = await Promise.all(servers.flatMap(({ address }) => [writer(program.clinician, draftId, address), writer(program.advocate, draftId, address)]));
  writers.forEach((each, at) => {
    for (let turn = 0; turn < 5; turn++) each.type(5, `w${at}t${turn} `);
  });
  await soon(async () => writers.every((each) => each.saved() && each.version() === writers[0]?.version()), Boolean);
  const rows = await database().draftStep.findMany({ where: { draftId }, orderBy: { version: "asc" } });
  expect(rows.map(({ version }) => version)).toEqual(rows.map((_, at) => at + 1));
  expect(new Set(writers.map((each) => each.text())).size).toBe(1);
  const text = await textOf(draftId);
  for (let at = 0; at < 8; at++) for (let turn = 0; turn < 5; turn++) expect(text.split(`w${at}t${turn} `).length).toBe(2);
  for (const { collaboration: each, server } of servers) {
    await each.close();
    server.close();
  }
});

test("what another process wrote while one was reading is read too, and so is what could not be read at first", async () => {
  const draftId = await anotherDraft();
  const opened = await actorOfSession(program.clinician.sessionId);
  if (!opened) throw new Error("There is no such session.");
  const { actor } = opened;
  const thing = { programId: program.programId, organizationId: program.organizationId, visibility: "program" as const };
  const elsewhere = (after: number) => receiveSteps(draftId, thing, after, [{ actor, batchId: `elsewhere-${after}`, steps: [typing(5, `e${after} `)] }]);
  let reads = 0;
  const room = await openRoom(actor, draftId, async (...asked) => {
    reads += 1;
    if (reads === 1) throw new Error("The database does not answer.");
    const found = await stepsSince(...asked);
    if (reads === 2) {
      await elsewhere(1);
      room?.heard(2);
    }
    return found;
  });
  await elsewhere(0);
  room?.heard(1);
  expect(await soon(async () => room?.version(), (version) => version === 2)).toBe(2);
  expect(reads).toBe(3);
});

test("what a reader pushes is refused and recorded, and the text stays as it was", async () => {
  const draftId = await anotherDraft();
  const socket = await socketFor(here.address, program.observer, draftId);
  socket.send({ kind: "hello", version: null });
  expect(await socket.heard(({ kind }) => kind === "init")).toMatchObject({ pen: null });
  socket.send({ kind: "push", version: 0, batches: [{ batchId: "reader-push", steps: [typing(5, "no ")] }], caret: null });
  await socket.heard(({ kind }) => kind === "pen");
  expect(await soon(() => refusalsOf(draftId), (found) => found.length > 0)).toMatchObject([{ actorId: program.observer.id, act: "draft.write" }]);
  expect(await textOf(draftId)).not.toContain("no ");
});

test.each([
  ["malformed", "{", "a malformed frame"],
  ["an array", "[]", "a malformed frame"],
  ["unknown", JSON.stringify({ kind: "push", version: 0, batches: [], caret: null }), "a malformed frame"],
  ["oversized", "x".repeat(1_200_000), "an oversized frame"],
  ["for another document", JSON.stringify({ kind: "push", draftId: "00000000-0000-7000-8000-000000000000", version: 0, batches: [{ batchId: "elsewhere-1", steps: [typing(5, "x")] }], caret: null }), "a push for another document"],
  ["outside the schema", JSON.stringify({ kind: "push", version: 0, batches: [{ batchId: "evil-step-1", steps: [{ stepType: "replace", from: 5, to: 5, slice: { content: [{ type: "script" }] } }] }], caret: null }), "a push that is not of this text"],
  ["a dangerous link", JSON.stringify({ kind: "push", version: 0, batches: [{ batchId: "evil-link-1", steps: [{ stepType: "addMark", from: 5, to: 8, mark: { type: "link", attrs: { href: "javascript:alert(1)" } } }] }], caret: null }), ""],
  ["out of the text", JSON.stringify({ kind: "push", version: 0, batches: [{ batchId: "evil-place-1", steps: [typing(5000, "x")] }], caret: null }), ""],
])("a frame that is %s is refused and recorded, and the text stays as it was", async (_name, frame, reason) => {
  const draftId = await anotherDraft();
  const before = await textOf(draftId);
  const socket = await socketFor(here.address, program.clinician, draftId);
  socket.send({ kind: "hello", version: null });
  await socket.heard(({ kind }) => kind === "init");
  socket.socket.send(frame);
  await socket.closed;
  const [record] = await soon(() => refusalsOf(draftId), (found) => found.length > 0);
  expect(JSON.stringify(record?.detail)).toContain(reason);
  expect(await textOf(draftId)).toBe(before);
});

test("a frozen text takes nothing, and every open connection loses its pen", async () => {
  const draftId = await anotherDraft();
  const one = await writer(program.clinician, draftId);
  await database().$transaction(async (db) => {
    await setFrozen(db, draftId, true);
    await notify(db, announcementChannel, JSON.stringify({ kind: "draft.frozen", draftId, reason: "A vote opened." }));
  });
  const pen = await one.socket.heard(({ kind }) => kind === "pen");
  expect(pen).toMatchObject({ pen: null, reason: expect.stringContaining("frozen") });
  one.type(5, "late ");
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(await textOf(draftId)).not.toContain("late");
});

test("freezing wins over a push that nobody announced it to", async () => {
  const draftId = await anotherDraft();
  const one = await writer(program.clinician, draftId);
  await setFrozen(database(), draftId, true);
  one.type(5, "late ");
  expect(await one.socket.heard(({ kind }) => kind === "pen")).toMatchObject({ pen: null });
  expect(await textOf(draftId)).not.toContain("late");
});

test("a person whose role changes loses the pen, and one whose session ends is signed out", async () => {
  const draftId = await anotherDraft();
  const one = await writer(program.clinician, draftId);
  await database().$transaction(async (db) => {
    await db.person.update({ where: { id: program.clinician.id }, data: { roles: ["observer"] } });
    await notify(db, announcementChannel, JSON.stringify({ kind: "rights.changed", personId: program.clinician.id }));
  });
  expect(await one.socket.heard(({ kind }) => kind === "pen")).toMatchObject({ pen: null });
  await database().$transaction(async (db) => {
    await db.session.delete({ where: { id: program.clinician.sessionId } });
    await notify(db, announcementChannel, JSON.stringify({ kind: "session.ended", personId: program.clinician.id, sessionId: program.clinician.sessionId }));
  });
  expect(await one.socket.heard(({ kind }) => kind === "refused")).toMatchObject({ code: "signed-out" });
});

test.each([["another", "0000000000000000"], ["none", null]])("a browser with %s schema version is refused before the first step and told to reload", async (_name, schema) => {
  const draftId = await anotherDraft();
  const socket = await socketFor(here.address, program.advocate, draftId, { schema });
  expect(await socket.heard(({ kind }) => kind === "refused")).toMatchObject({ code: "schema", reason: expect.stringContaining("reload") });
  expect((await socket.closed).code).toBe(4409);
});

test("the door is shut to another origin, to nobody, and to a text that is not seen", async () => {
  const draftId = await anotherDraft();
  await expect(socketFor(here.address, program.advocate, draftId, { asOrigin: "https://evil.example" })).rejects.toThrow("403");
  await expect(socketFor(here.address, { cookie: "concord=nobody" }, draftId)).rejects.toThrow("401");
  await expect(socketFor(here.address, program.advocate, "00000000-0000-7000-8000-000000000000")).rejects.toThrow("404");
  await expect(socketFor(here.address, program.advocate, "../etc")).rejects.toThrow("404");
});

test("the people here carry the session's name, and a reader's caret is not passed on", async () => {
  const draftId = await anotherDraft();
  const [one, reader] = await Promise.all([writer(program.advocate, draftId), socketFor(here.address, program.observer, draftId)]);
  reader.send({ kind: "hello", version: null });
  await one.socket.heard(({ kind, people }) => kind === "people" && people.some(({ name, writes }) => name === "Observer" && !writes));
  reader.send({ kind: "presence", version: 0, caret: { anchor: 4, head: 4 } });
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(one.socket.frames.some(({ kind }) => kind === "presence")).toBe(false);
});

test("a drafting spell is kept as a version when the last writer leaves", async () => {
  const draftId = await anotherDraft();
  const one = await writer(program.advocate, draftId);
  one.type(5, "spell ");
  await soon(async () => one.saved(), Boolean);
  one.socket.close();
  const kept = await soon(() => database().draftVersion.findMany({ where: { draftId } }), (found) => found.length > 0);
  expect(kept).toMatchObject([{ name: null, contributors: [{ name: "Advocate", organization: "Riverton Police" }] }]);
});
