import { describe, expect, test } from "vitest";
import type { DocumentMark, DocumentNode } from "~/editor/schema/document-node";
import { schemaVersion } from "~/editor/schema/document-schema";
import { pendingSuggestions } from "~/editor/suggestions/pending";
import { workingDoc, workingText } from "~/editor/working-text";
import { database, notify } from "~/store/database.server";
import { announcementChannel } from "~/domain/notices/announcement";
import { createDraft, draftRows } from "~/store/drafting.server";
import { suggestedTyping, typing } from "../../e2e/support/protocol-client.mjs";
import { here, program, serveProgram, socketFor } from "./test-program";

serveProgram();

const moment = "2026-11-23T15:00:00.000Z";
const stamp = (author: string, id = "other-1") => ({ id, author, at: moment });
const letters = (text: string, ...marks: DocumentMark[]): DocumentNode => ({ type: "text", text, ...(marks.length ? { marks } : {}) });

/** "Start. " of the text itself, then "Wait. " that the clinician suggests, then "Go." with a comment on it. */
async function textWithOthers(): Promise<string> {
  const content = {
    type: "doc",
    content: [
      {
        type: "clause",
        attrs: { id: "purpose" },
        content: [
          { type: "clauseTitle", content: [letters("P")] },
          { type: "paragraph", content: [letters("Start. "), letters("Wait. ", { type: "insertion", attrs: stamp(program.clinician.id) }), letters("Go.", { type: "comment", attrs: { thread: "thread-1" } })] },
        ],
      },
    ],
  };
  return (await createDraft(database(), { documentId: program.documentId, content, schemaVersion })).id;
}

async function stored(draftId: string) {
  const rows = await draftRows(database(), draftId);
  if (!rows) throw new Error("There is no such draft.");
  return { clean: workingText(rows).content, doc: workingDoc(rows).doc, version: rows.version };
}

async function opened(person: { cookie: string }, draftId: string) {
  const socket = await socketFor(here.address, person, draftId);
  socket.send({ kind: "hello", version: null });
  const init = await socket.heard(({ kind }) => kind === "init");
  return { socket, init, push: (...steps: unknown[]) => socket.send({ kind: "push", version: 0, batches: [{ batchId: `push-${Math.random().toString(36).slice(2, 12)}xx`, steps }], caret: null }) };
}

const cut = (from: number, to: number) => ({ stepType: "replace", from, to });
const marking = (way: "addMark" | "removeMark", from: number, to: number, mark: unknown) => ({ stepType: way, mark, from, to });

test("what somebody who may only suggest writes is stored as a suggestion, seen by those who write, and the text for readers stays", async () => {
  const draftId = await textWithOthers();
  const before = await stored(draftId);
  const writer = await opened(program.advocate, draftId);
  const peer = await opened(program.peer, draftId);
  expect(peer.init).toMatchObject({ pen: "suggest", reason: null });
  peer.push(suggestedTyping(5, "Always ", program.peer.id), marking("addMark", 12, 17, { type: "deletion", attrs: stamp(program.peer.id, "suggested-2") }));
  await writer.socket.heard(({ kind }) => kind === "steps");
  const after = await stored(draftId);
  expect(after.clean).toEqual(before.clean);
  expect(pendingSuggestions(after.doc).filter(({ author }) => author === program.peer.id).map(({ id }) => id)).toEqual(["suggested-1", "suggested-2"]);
});

describe("what somebody who may only suggest sends by hand", () => {
  const attacks: [string, (peerId: string, otherId: string) => unknown][] = [
    ["typing without a mark", () => typing(5, "no ")],
    ["a suggestion in somebody else's name", (_peer, other) => suggestedTyping(5, "no ", other)],
    ["a suggestion under the id of somebody else's", (peer) => suggestedTyping(5, "no ", peer, { id: "other-1" })],
    ["taking somebody else's suggested words out", () => cut(12, 18)],
    ["accepting by taking the mark off", (_peer, other) => marking("removeMark", 12, 18, { type: "insertion", attrs: stamp(other) })],
    ["making somebody else's suggestion one's own", (peer) => marking("addMark", 12, 18, { type: "insertion", attrs: stamp(peer, "mine-1") })],
    ["taking words of the text out", () => cut(5, 8)],
    ["taking the place of a comment away", () => marking("removeMark", 18, 21, { type: "comment", attrs: { thread: "thread-1" } })],
    ["laying a comment's place", () => marking("addMark", 5, 8, { type: "comment", attrs: { thread: "thread-2" } })],
    ["words of one's own that bear a comment's place", (peer) => ({ stepType: "replace", from: 5, to: 5, slice: { content: [letters("no ", { type: "insertion", attrs: stamp(peer, "mine-1") }, { type: "comment", attrs: { thread: "thread-1" } })] } })],
    ["a suggestion of next year", (peer) => suggestedTyping(5, "no ", peer, { moment: "2099-01-01T00:00:00.000Z" })],
    ["bold that is not suggested", () => marking("addMark", 5, 8, { type: "bold" })],
    ["a whole new clause", () => ({ stepType: "replace", from: 0, to: 0, slice: { content: [{ type: "clause", attrs: { id: "new-clause" }, content: [{ type: "clauseTitle" }] }] } })],
    ["another id for a clause", () => ({ stepType: "attr", pos: 0, attr: "id", value: "another" })],
  ];

  test.each(attacks)("%s is refused and recorded with the reason, and the text stays as it was", async (_name, attack) => {
    const draftId = await textWithOthers();
    const before = await stored(draftId);
    const peer = await opened(program.peer, draftId);
    peer.push(attack(program.peer.id, program.clinician.id));
    const told = await peer.socket.heard(({ kind }) => kind === "refused");
    expect(told.reason).toMatch(/^This change was refused: .+[^.]\.$/);
    await expect.poll(() => database().auditRecord.count({ where: { subjectId: draftId, outcome: "refused", act: "draft.suggest", actorId: program.peer.id } })).toBe(1);
    const after = await stored(draftId);
    expect([after.version, after.doc.toJSON()]).toEqual([0, before.doc.toJSON()]);
  });

  test.each(attacks)("%s by a reader is refused and recorded, and the text stays as it was", async (_name, attack) => {
    const draftId = await textWithOthers();
    const reader = await opened(program.observer, draftId);
    reader.push(attack(program.observer.id, program.clinician.id));
    expect(await reader.socket.heard(({ kind }) => kind === "pen")).toMatchObject({ pen: null });
    await expect.poll(() => database().auditRecord.count({ where: { subjectId: draftId, outcome: "refused", act: "draft.write", actorId: program.observer.id } })).toBe(1);
    expect((await stored(draftId)).version).toBe(0);
  });

  test("a good suggestion does not carry plain words in with it", async () => {
    const draftId = await textWithOthers();
    const peer = await opened(program.peer, draftId);
    peer.push(suggestedTyping(5, "Always ", program.peer.id), typing(5, "no "));
    await peer.socket.heard(({ kind }) => kind === "refused");
    expect((await stored(draftId)).version).toBe(0);
  });

  test("plain words sent on an older version than the others' are not stored either", async () => {
    const draftId = await textWithOthers();
    const writer = await opened(program.advocate, draftId);
    writer.push(typing(5, "One. "));
    await writer.socket.heard(({ kind }) => kind === "steps");
    const peer = await opened(program.peer, draftId);
    peer.push(typing(5, "no "));
    await peer.socket.heard(({ kind, batches }) => kind === "refused" || (kind === "steps" && batches.every(({ steps }) => steps.length === 0)));
    expect(JSON.stringify((await stored(draftId)).doc.toJSON())).not.toContain("no ");
  });
});

test("a drafter whose role becomes that of a reviewer keeps a pen to suggest and can no longer type", async () => {
  const draftId = await textWithOthers();
  const writer = await opened(program.advocate, draftId);
  expect(writer.init).toMatchObject({ pen: "write" });
  await database().$transaction(async (db) => {
    await db.person.update({ where: { id: program.advocate.id }, data: { roles: ["reviewer"] } });
    await notify(db, announcementChannel, JSON.stringify({ kind: "rights.changed", personId: program.advocate.id }));
  });
  expect(await writer.socket.heard(({ kind }) => kind === "pen")).toMatchObject({ pen: "suggest" });
  writer.push(typing(5, "no "));
  await writer.socket.heard(({ kind }) => kind === "refused");
  expect((await stored(draftId)).version).toBe(0);
  await database().person.update({ where: { id: program.advocate.id }, data: { roles: ["drafter"] } });
});
