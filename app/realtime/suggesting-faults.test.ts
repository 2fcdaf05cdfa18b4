import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { announcementChannel } from "~/domain/notices/announcement";
import { schemaVersion } from "~/editor/schema/document-schema";
import { pendingSuggestions } from "~/editor/suggestions/pending";
import { workingDoc } from "~/editor/working-text";
import { database, notify } from "~/store/database.server";
import { createDraft, draftRows, setFrozen } from "~/store/drafting.server";
import { suggestedTyping, typing } from "../../e2e/support/protocol-client.mjs";
import { here, paragraphPlace, program, serveProgram, socketFor, startText } from "./test-program";

let draftId: string;
const place = paragraphPlace + 2;

serveProgram();
beforeEach(async () => {
  await database().person.update({ where: { id: program.peer.id }, data: { roles: ["reviewer"] } });
  draftId = (await createDraft(database(), { documentId: program.documentId, content: startText, schemaVersion })).id;
});

async function stored() {
  const rows = await draftRows(database(), draftId);
  if (!rows) throw new Error("There is no such draft.");
  return workingDoc(rows).doc;
}

async function opened(person: { cookie: string }) {
  const socket = await socketFor(here.address, person, draftId);
  socket.send({ kind: "hello", version: null });
  const init = await socket.heard(({ kind }) => kind === "init");
  return { socket, init, push: (version: number, ...steps: unknown[]) => socket.send({ kind: "push", version, batches: [{ batchId: randomUUID(), steps }], caret: null }) };
}

/** A person who suggests, with one suggestion that is stored. */
async function suggesting() {
  const peer = await opened(program.peer);
  expect(peer.init).toMatchObject({ pen: "suggest" });
  peer.push(0, suggestedTyping(place, "kept ", program.peer.id, { id: "kept-1" }));
  await peer.socket.heard(({ kind }) => kind === "steps");
  return peer;
}

const told = (what: Record<string, unknown>) => database().$transaction((db) => notify(db, announcementChannel, JSON.stringify(what)));

describe("somebody who suggests", () => {
  test("in a page of an older schema is refused before the first step, and nothing of the text goes", async () => {
    const before = JSON.stringify((await stored()).toJSON());
    const outdated = await socketFor(here.address, program.peer, draftId, { schema: "an-older-one" });
    outdated.send({ kind: "hello", version: null });
    outdated.send({ kind: "push", version: 0, batches: [{ batchId: "outdated-batch-1", steps: [suggestedTyping(place, "old ", program.peer.id), { stepType: "replace", from: 0, to: 4 }] }], caret: null });
    expect(await outdated.heard(({ kind }) => kind === "refused")).toMatchObject({ code: "schema" });
    expect((await outdated.closed).code).toBe(4409);
    expect(JSON.stringify((await stored()).toJSON())).toBe(before);
  });

  test.each([
    ["loses the role", async () => {
      await database().person.update({ where: { id: program.peer.id }, data: { roles: ["observer"] } });
      await told({ kind: "rights.changed", personId: program.peer.id });
    }],
    ["has the text frozen by a vote", async () => {
      await setFrozen(database(), draftId, true);
      await told({ kind: "draft.frozen", draftId, reason: "A vote opened." });
    }],
  ])("and %s while typing has no pen within five seconds; what was stored stays, what comes later does not", async (_what, happens) => {
    const peer = await suggesting();
    const begun = Date.now();
    await happens();
    expect(await peer.socket.heard(({ kind }) => kind === "pen")).toMatchObject({ pen: null, reason: expect.any(String) });
    expect(Date.now() - begun).toBeLessThan(5_000);
    peer.push(1, suggestedTyping(place, "late ", program.peer.id, { id: "late-1" }));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(pendingSuggestions(await stored()).map(({ id }) => id)).toEqual(["kept-1"]);
  });

  test("whose words go partly where the text is gone meanwhile is not refused: the rest is stored", async () => {
    const [peer, lead] = [await suggesting(), await opened(program.advocate)];
    // The lead takes "Start." out; the peer, who has not heard of it, strikes a part of it and adds words before it.
    lead.push(1, { stepType: "replace", from: place + 5, to: place + 11 });
    await lead.socket.heard(({ kind, from }) => kind === "steps" && from === 1);
    const deletion = { type: "deletion", attrs: { id: "gone-1", author: program.peer.id, at: new Date().toISOString() } };
    peer.push(1, { stepType: "addMark", mark: deletion, from: place + 6, to: place + 9 }, suggestedTyping(place, "more ", program.peer.id, { id: "more-1" }));
    await lead.socket.heard(({ kind, from }) => kind === "steps" && from === 2);
    expect(peer.socket.frames.filter(({ kind }) => kind === "refused")).toEqual([]);
    expect(pendingSuggestions(await stored()).map(({ id }) => id)).toEqual(["more-1", "kept-1"]);
  });

  test("and sends plain words beside good ones on an older version has neither the plain words stored nor the good ones lost", async () => {
    const [peer, lead] = [await suggesting(), await opened(program.advocate)];
    lead.push(1, typing(place, "One. "));
    await lead.socket.heard(({ kind, from }) => kind === "steps" && from === 1);
    peer.push(1, typing(place + 5, "plain "), suggestedTyping(place, "good ", program.peer.id, { id: "good-1" }));
    await lead.socket.heard(({ kind, from }) => kind === "steps" && from === 2);
    const now = await stored();
    expect(now.textContent).not.toContain("plain");
    expect(pendingSuggestions(now).map(({ id }) => id)).toContain("good-1");
  });
});
