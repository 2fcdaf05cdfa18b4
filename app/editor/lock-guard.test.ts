import { Node } from "@tiptap/pm/model";
import { Transform } from "@tiptap/pm/transform";
import { expect, test } from "vitest";
import { readSteps, takeSteps } from "./authority";
import { lockGuard } from "./lock-guard";
import { documentSchema } from "./schema/document-schema";

const words = (text: string) => [{ type: "text", text }];
const clause = (id: string, ...below: unknown[]) => ({ type: "clause", attrs: { id }, content: [{ type: "clauseTitle", content: words(`Title ${id}`) }, { type: "paragraph", content: words(`Words of ${id}.`) }, ...below] });
const doc = Node.fromJSON(documentSchema, { type: "doc", content: [clause("one"), clause("two", clause("below")), clause("three")] });
const now = Date.parse("2026-11-20T10:00:00Z");
const lock = { clauseId: "two", heldById: "chief", holder: "Chief Alvarez", until: "2026-11-20T11:00:00Z" };
const refusal = "The clause “Title two” is locked by Chief Alvarez; you can write everywhere else";

const place = (text: string) => {
  let found = -1;
  doc.descendants((node, at) => {
    if (node.isText && node.text?.includes(text)) found = at + node.text.indexOf(text);
  });
  return found;
};
const clauseAt = (at: number) => doc.child(at);
const startOf = (at: number) => Array.from({ length: at }, (_, before) => clauseAt(before).nodeSize).reduce((sum, size) => sum + size, 0);
const asked = (change: (target: Transform) => void, personId = "advocate", at = now) => {
  const target = new Transform(doc);
  change(target);
  return lockGuard([lock], personId, () => at)(doc, target.doc);
};

test("nobody but its holder writes in a locked clause or below it; all write everywhere else", () => {
  for (const text of ["Title two", "Words of two", "Words of below"]) {
    expect(asked((target) => target.insert(place(text), documentSchema.text("X")))).toBe(refusal);
    expect(asked((target) => target.insert(place(text), documentSchema.text("X")), "chief")).toBeNull();
  }
  for (const text of ["Words of one", "Title three"]) expect(asked((target) => target.insert(place(text), documentSchema.text("X")))).toBeNull();
});

test("a suggestion in a locked clause is refused too", () => {
  const deletion = documentSchema.mark("deletion", { id: "s1", author: "advocate", at: "2026-11-20T10:00:00Z" });
  expect(asked((target) => target.addMark(place("Words of two"), place("Words of two") + 5, deletion))).toBe(refusal);
});

test("a locked clause is neither removed nor moved, nor is another carried past it; a new one may come beside it", () => {
  expect(asked((target) => target.delete(startOf(1), startOf(2)))).toBe(refusal);
  expect(asked((target) => target.delete(startOf(1), startOf(2)).insert(0, clauseAt(1)))).toBe(refusal);
  expect(asked((target) => target.delete(startOf(2), doc.content.size).insert(0, clauseAt(2)))).toBe(refusal);
  const fresh = Node.fromJSON(documentSchema, clause("fresh"));
  expect(asked((target) => target.insert(startOf(1), fresh))).toBeNull();
  expect(asked((target) => target.delete(0, startOf(1)))).toBeNull();
});

test("a lock whose time is over holds nobody back", () => {
  expect(asked((target) => target.insert(place("Words of two"), documentSchema.text("X")), "advocate", Date.parse(lock.until))).toBeNull();
});

test("of what is sent at once only the part in the locked clause is left out", () => {
  const target = new Transform(doc);
  target.insert(place("Words of three"), documentSchema.text("later ")).insert(place("Words of two"), documentSchema.text("never ")).insert(place("Words of one"), documentSchema.text("first "));
  const own = readSteps("batch-one", target.steps.map((step) => step.toJSON() as unknown)) ?? [];
  const taken = takeSteps(doc, [], own, null, () => null, lockGuard([lock], "advocate", () => now));
  expect(taken.ok && taken.doc.textContent).toContain("first Words of one");
  expect(taken.ok && taken.doc.textContent).toContain("later Words of three");
  expect(taken.ok && taken.doc.textContent).not.toContain("never");
  expect(taken.ok && taken.leftOut).toBe(refusal);
});
