import type { Node } from "@tiptap/pm/model";
import { EditorState, TextSelection, type Command, type Transaction } from "@tiptap/pm/state";
import { splitBlock } from "@tiptap/pm/commands";
import { describe, expect, it } from "vitest";
import { clauseNumbers } from "../numbering";
import { addClauseAfter, liftClause, moveClause, nestClause } from "./clause-commands";
import { clauseIds } from "./clause-ids";
import { documentSchema } from "./document-schema";

const { clause, clauseTitle, paragraph } = documentSchema.nodes;
const titled = (id: string, title: string, ...below: Node[]) =>
  clause!.create(id ? { id } : null, [clauseTitle!.create(null, title ? documentSchema.text(title) : null), ...below]);
const body = (text: string) => paragraph!.create(null, documentSchema.text(text));
const stateOf = (...clauses: Node[]) =>
  EditorState.create({ doc: documentSchema.node("doc", null, clauses), plugins: [clauseIds()] });
const idsOf = (doc: Node) => {
  const ids: string[] = [];
  doc.descendants((node) => {
    if (node.type.name === "clause") ids.push(String(node.attrs.id));
  });
  return ids;
};
const at = (state: EditorState, words: string) => {
  let found = 0;
  state.doc.descendants((node, pos) => {
    if (node.text?.includes(words)) found = pos + node.text.indexOf(words);
  });
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, found)));
};
const run = (state: EditorState, command: Command) => {
  let next = state;
  const done = command(state, (transaction: Transaction) => {
    next = state.apply(transaction);
  });
  return { done, state: next };
};

describe("clause ids", () => {
  it("a pasted copy gets a fresh id, also when it is pasted above the original", () => {
    const state = stateOf(titled("a", "One"), titled("b", "Two"));
    const above = state.apply(state.tr.insert(0, state.doc.child(1)));
    expect(idsOf(above.doc).slice(1)).toEqual(["a", "b"]);
    expect(idsOf(above.doc)[0]).toMatch(/^[\w-]{12}$/);
    const below = state.apply(state.tr.insert(state.doc.content.size, state.doc.child(0)));
    expect(idsOf(below.doc).slice(0, 2)).toEqual(["a", "b"]);
    expect(new Set(idsOf(below.doc)).size).toBe(3);
  });

  it("a clause without an id gets one, and a clause that moves keeps its own", () => {
    const state = stateOf(titled("a", "One"), titled("b", "Two"));
    const added = state.apply(state.tr.insert(0, titled("", "New")));
    expect(idsOf(added.doc)[0]).toMatch(/^[\w-]{12}$/);
    const second = state.doc.child(1);
    const size = state.doc.content.size;
    const moved = state.apply(state.tr.delete(size - second.nodeSize, size).insert(0, second));
    expect(idsOf(moved.doc)).toEqual(["b", "a"]);
    added.doc.check();
  });

  it("what others wrote is left as it came", () => {
    const state = stateOf(titled("a", "One"));
    for (const meta of ["collab$", "remote"]) {
      const got = state.apply(state.tr.insert(0, titled("a", "Theirs")).setMeta(meta, true));
      expect(idsOf(got.doc)).toEqual(["a", "a"]);
    }
  });

  it("Enter in a title goes on in the body and makes no new clause", () => {
    const { state } = run(at(stateOf(titled("a", "Transport", body("Officers shall."))), "port"), splitBlock);
    expect(idsOf(state.doc)).toEqual(["a"]);
    expect(state.doc.firstChild?.child(1).textContent).toBe("port");
    state.doc.check();
  });

  it("a fifth level of clauses cannot be made", () => {
    const four = titled("a", "A", titled("b", "B", titled("c", "C", titled("d", "D"), titled("e", "E"))));
    expect(run(at(stateOf(four), "E"), nestClause).done).toBe(false);
    const state = stateOf(four, titled("f", "F"));
    const deeper = state.tr.insert(state.doc.child(0).nodeSize - 5, titled("x", "X"));
    expect(deeper.doc.check()).toBeUndefined();
    expect(idsOf(state.apply(deeper).doc)).not.toContain("x");
  });

  it("moving clause 3 above 2 changes the numbers and not the ids", () => {
    const state = stateOf(titled("a", "One"), titled("b", "Two"), titled("c", "Three", titled("d", "Below")));
    const moved = run(at(state, "Three"), moveClause(-1)).state;
    expect([...clauseNumbers(moved.doc.toJSON())]).toEqual([
      ["a", "1"],
      ["c", "2"],
      ["d", "2.1"],
      ["b", "3"],
    ]);
    const nested = run(moved, nestClause).state;
    expect(clauseNumbers(nested.doc.toJSON()).get("d")).toBe("1.1.1");
    const lifted = run(nested, liftClause).state;
    expect([...clauseNumbers(lifted.doc.toJSON()).keys()]).toEqual(["a", "c", "d", "b"]);
    lifted.doc.check();
    const added = run(lifted, addClauseAfter).state;
    expect(idsOf(added.doc)).toHaveLength(5);
    expect(added.selection.$from.parent.type.name).toBe("clauseTitle");
    added.doc.check();
    expect(run(at(state, "One"), moveClause(-1)).done).toBe(false);
  });
});
