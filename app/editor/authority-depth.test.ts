import type { Node } from "@tiptap/pm/model";
import { EditorState, TextSelection } from "@tiptap/pm/state";
import { sinkListItem } from "@tiptap/pm/schema-list";
import type { Transform } from "@tiptap/pm/transform";
import { expect, it } from "vitest";
import { takeSteps, tooMuch } from "./authority";
import { documentSchema } from "./schema/document-schema";

const { bulletList, clause, clauseTitle, listItem, paragraph } = documentSchema.nodes;

/** A clause with a list of so many levels, the last of which has two entries. */
function listed(levels: number): Node {
  let list = bulletList!.create(null, [entry("Slow down."), entry("Listen.")]);
  for (let level = 1; level < levels; level++) list = bulletList!.create(null, [listItem!.create(null, [paragraph!.create(null, documentSchema.text("And")), list])]);
  return documentSchema.node("doc", null, [clause!.create({ id: "c1" }, [clauseTitle!.create(), list])]);
}

function entry(words: string): Node {
  return listItem!.create(null, paragraph!.create(null, documentSchema.text(words)));
}

/** What Tab does with the last entry. */
function indented(doc: Node): Transform {
  const state = EditorState.create({ doc, selection: TextSelection.atEnd(doc) });
  let made: Transform | null = null;
  sinkListItem(listItem!)(state, (transaction) => (made = transaction));
  if (!made) throw new Error("Tab did nothing.");
  return made;
}

it("an entry is indented as deep as a text goes, and no deeper: it would come in and could not be written on", () => {
  const deepEnough = indented(listed(8));
  expect(tooMuch(deepEnough)).toBeNull();
  expect(takeSteps(listed(8), [], own(deepEnough), null).ok).toBe(true);

  const tooDeep = indented(listed(9));
  expect(tooMuch(tooDeep)).toMatch(/can go no deeper/);
  expect(takeSteps(listed(9), [], own(tooDeep), null)).toMatchObject({ ok: false, reason: expect.stringContaining("can go no deeper") });
});

function own({ steps }: Transform) {
  return steps.map((step) => ({ step, batchId: "tab" }));
}
