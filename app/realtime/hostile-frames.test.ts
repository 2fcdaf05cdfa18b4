import { expect, test } from "vitest";
import { schemaVersion } from "~/editor/schema/document-schema";
import { workingText } from "~/editor/working-text";
import { database } from "~/store/database.server";
import { createDraft, draftRows } from "~/store/drafting.server";
import { until, writer } from "../../e2e/support/writer";
import { here, origin, program, serveProgram, socketFor, startText } from "./test-program";

serveProgram();

/** The same frames for the same seed, so that a failure can be had again. */
function dice(seed: number): () => number {
  return () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
}

const deep = (levels: number) => `${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`;
const push = (steps: unknown[]) => ({ kind: "push", version: 0, batches: [{ batchId: "hostile-batch", steps }], caret: null });
const bombs: string[] = [
  deep(50_000),
  `[${"[".repeat(100_000)}`,
  JSON.stringify(push([{ stepType: "replace", from: 5, to: 5, slice: { content: ["HERE"] } }])).replace('"HERE"', nested(3_000)),
  JSON.stringify(push(Array.from({ length: 500 }, () => ({ stepType: "replace", from: 0, to: 1e7 })))),
  JSON.stringify(push([{ stepType: "replace", from: 5, to: 5, slice: { content: [{ type: "text", text: "x".repeat(900_000) }], openStart: 9e9, openEnd: -1 } }])),
  JSON.stringify(push([{ stepType: "__proto__", from: 5, to: 5 }, { stepType: "constructor" }])),
  '{"kind":"push","__proto__":{"pen":"write"},"version":0,"batches":[],"caret":null}',
  JSON.stringify({ kind: "hello", version: 1e308 }),
];

function nested(levels: number): string {
  return `${'{"type":"bulletList","content":[{"type":"listItem","content":['.repeat(levels)}{"type":"paragraph"}${"]}]}".repeat(levels)}`;
}

test("ten thousand frames of nonsense and a corpus of bombs: the server lives, keeps its memory, records them, and the text is as it was", async () => {
  const { id: draftId } = await createDraft(database(), { documentId: program.documentId, content: startText, schemaVersion });
  const textNow = async () => JSON.stringify(workingText((await draftRows(database(), draftId)) ?? (() => { throw new Error("The text is gone."); })()).content);
  const before = await textNow();
  const valid = JSON.stringify(push([{ stepType: "replace", from: 5, to: 5, slice: { content: [{ type: "text", text: "x" }] } }]));
  const roll = dice(20_261_124);
  const mangled = () => {
    const letters = [...valid];
    for (let cut = 0; cut < 3; cut++) letters.splice(Math.floor(roll() * letters.length), 1 + Math.floor(roll() * 8), String.fromCharCode(33 + Math.floor(roll() * 90)));
    return letters.join("");
  };
  const memory = process.memoryUsage().heapUsed;
  let sent = 0;
  // A reader sends them: whatever such a frame says, it must change nothing.
  while (sent < 10_000) {
    const socket = await socketFor(here.address, program.observer, draftId);
    socket.send({ kind: "hello", version: null });
    for (let frame = 0; frame < 250; frame++, sent++) socket.socket.send(mangled());
    await socket.closed;
  }
  for (const bomb of bombs) {
    const socket = await socketFor(here.address, program.clinician, draftId);
    socket.send({ kind: "hello", version: null });
    await socket.heard(({ kind }) => kind === "init");
    socket.socket.send(bomb);
    await Promise.race([socket.closed, new Promise((resolve) => setTimeout(resolve, 1_500))]);
    socket.socket.terminate();
  }
  expect(await textNow()).toBe(before);
  expect(process.memoryUsage().heapUsed - memory).toBeLessThan(300_000_000);
  expect(await database().auditRecord.count({ where: { subjectId: draftId, outcome: "refused" } })).toBeGreaterThan(0);
  const honest = await writer({ origin, address: here.address, cookie: program.clinician.cookie, draftId });
  honest.type("still-here.");
  await until(() => honest.isSaved(), 5_000, "an honest writer writes on");
  expect(await textNow()).toContain("still-here.");
  honest.end();
}, 60_000);
