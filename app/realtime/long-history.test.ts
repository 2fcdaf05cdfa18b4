import { randomUUID } from "node:crypto";
import { Node } from "@tiptap/pm/model";
import { Step } from "@tiptap/pm/transform";
import { expect, test } from "vitest";
import type { DocumentNode } from "~/editor/schema/document-node";
import { documentSchema, schemaVersion } from "~/editor/schema/document-schema";
import { workingDoc } from "~/editor/working-text";
import { comparedVersions } from "~/queries/drafting/draft-versions.server";
import { database } from "~/store/database.server";
import { createDraft, draftRows } from "~/store/drafting.server";
import { here, program, serveProgram, socketFor } from "./test-program";

serveProgram();

const [pages, revisions, aFrame] = [200, 10_000, 100];
const words = "Officers who meet a person in crisis slow down, keep a safe distance and call the clinician as soon as that is safe. ";

/** Some 450 words a page. */
function policyOf(length: number): DocumentNode {
  const paragraph = () => ({ type: "paragraph", content: [{ type: "text", text: words.repeat(7).trim() }] });
  const content = Array.from({ length }, (_, page) => ({ type: "clause", attrs: { id: `page-${page}` }, content: [{ type: "clauseTitle", content: [{ type: "text", text: `Part ${page}` }] }, paragraph(), paragraph(), paragraph()] }));
  return documentSchema.nodeFromJSON({ type: "doc", content }).toJSON() as DocumentNode;
}

test("a policy of 200 pages with 10,000 revisions opens whole, any state of it can be read, and no revision is lost", { timeout: 240_000 }, async () => {
  const content = policyOf(pages);
  const { id: draftId } = await createDraft(database(), { documentId: program.documentId, content, schemaVersion });
  const doc = Node.fromJSON(documentSchema, content);
  const ends: number[] = [];
  doc.descendants((node, at) => {
    if (node.type.name === "paragraph") ends.push(at + node.nodeSize - 1);
    return !node.isTextblock;
  });
  // From the last paragraph to the first, so that no revision moves the place of a later one.
  const each = Math.ceil(revisions / ends.length);
  const steps = ends.reverse().flatMap((at, paragraph) => Array.from({ length: each }, (_, turn) => ({ stepType: "replace", from: at, to: at, slice: { content: [{ type: "text", text: ` t${paragraph}.${turn}` }] } }))).slice(0, revisions);
  const clinician = await socketFor(here.address, program.clinician, draftId);
  let version = 0;
  let wake = () => {};
  clinician.onFrame((frame) => {
    if (frame.kind === "refused" || frame.kind === "unstored") throw new Error(JSON.stringify(frame));
    if (frame.kind !== "steps") return;
    version += frame.batches.reduce((sum, batch) => sum + batch.steps.length, 0);
    wake();
  });
  clinician.send({ kind: "hello", version: null });
  await clinician.heard(({ kind }) => kind === "init");
  for (let from = 0; from < steps.length; from += aFrame) {
    const batches = steps.slice(from, from + aFrame).map((step) => ({ batchId: randomUUID(), steps: [step] }));
    clinician.send({ kind: "push", draftId, version, batches, caret: null });
    await new Promise<void>((resolve) => (wake = () => version >= from + batches.length && resolve()));
  }
  expect(version).toBe(revisions);

  const begun = performance.now();
  const advocate = await socketFor(here.address, program.advocate, draftId);
  advocate.send({ kind: "hello", version: null });
  const greeting = await advocate.heard(({ kind }) => kind === "init");
  const opened = after(Node.fromJSON(documentSchema, greeting.snapshot?.content), greeting.batches.flatMap((batch) => batch.steps));
  const took = performance.now() - begun;
  const expected = after(doc, steps);
  expect(opened.eq(expected)).toBe(true);
  opened.check();

  // Every revision stands in the stored rows, and the text at any of them is worked out from the nearest kept state.
  expect(await database().draftStep.count({ where: { draftId } })).toBe(revisions);
  const bytes = await sizeOfHistory();
  const middle = 6_543;
  const then = performance.now();
  const rows = await draftRows(database(), draftId, middle);
  const atMiddle = rows && workingDoc(rows).doc;
  const between = performance.now() - then;
  expect(atMiddle?.eq(after(doc, steps.slice(0, middle)))).toBe(true);
  const compareBegun = performance.now();
  const { programId, organizationId, groupId, advocate: { id: personId, name } } = program;
  const compared = await comparedVersions({ kind: "person", personId, name, programId, organizationId, organizationName: "Riverton Police", groupId, roles: ["drafter"] }, { draftId, from: 9_900, to: null });
  const comparing = performance.now() - compareBegun;
  expect(compared.ok && compared.value.changes.changes.map(({ kind }) => kind)).toEqual(["changed", "changed", "changed"]);
  console.log(`  opened in ${took.toFixed(0)} ms, the text at revision ${middle} in ${between.toFixed(0)} ms, compared in ${comparing.toFixed(0)} ms; ${(bytes / 1024 / 1024).toFixed(1)} MiB on disk`);
  for (const socket of [clinician, advocate]) socket.close();
});

function after(doc: Node, steps: readonly unknown[]): Node {
  return steps.reduce<Node>((now, step) => Step.fromJSON(documentSchema, step).apply(now).doc ?? now, doc);
}

async function sizeOfHistory(): Promise<number> {
  const [row] = await database().$queryRaw<{ size: bigint }[]>`SELECT sum(pg_total_relation_size(oid)) AS size FROM pg_class WHERE relkind = 'r' AND relname IN ('DraftStep', 'Snapshot')`;
  return Number(row?.size ?? 0);
}
