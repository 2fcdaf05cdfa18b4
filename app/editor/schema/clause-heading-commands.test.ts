import type { Node } from "@tiptap/pm/model";
import { type Command, EditorState, TextSelection, type Transaction } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import { clausesOf } from "../numbering";
import type { DocumentNode } from "./document-node";
import { headingOfLevel, removeClause, titleToParagraph } from "./clause-heading-commands";
import { clauseIds } from "./clause-ids";
import { documentSchema } from "./document-schema";

const { clause, clauseTitle, paragraph } = documentSchema.nodes;
const titled = (id: string, title: string, ...below: Node[]) => clause!.create({ id }, [clauseTitle!.create(null, documentSchema.text(title)), ...below]);
const body = (text: string) => paragraph!.create(null, documentSchema.text(text));

function run(words: string, command: Command, ...clauses: Node[]) {
  let state = EditorState.create({ doc: documentSchema.node("doc", null, clauses), plugins: [clauseIds()] });
  state.doc.descendants((node, pos) => {
    if (node.text?.includes(words)) state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, pos + node.text.indexOf(words))));
  });
  const steps: Transaction[] = [];
  const done = command(state, (transaction) => {
    steps.push(transaction);
    state = state.apply(transaction);
  });
  state.doc.check();
  const outline = clausesOf(state.doc.toJSON() as DocumentNode).map(({ number, title, text }) => `${number} ${title}: ${text}`);
  return { done, outline, caret: state.selection.$from.parent.textContent, steps: steps.length };
}

describe("headings", () => {
  it("a paragraph becomes the title of a clause below its own, and what follows it comes along", () => {
    const made = run("Transport", headingOfLevel(2), titled("a", "Response", body("Officers respond."), body("Transport"), body("By ambulance.")), titled("b", "Records"));
    expect(made.outline).toEqual(["1 Response: Officers respond.", "1.1 Transport: By ambulance.", "2 Records: "]);
    expect(made.caret).toBe("Transport");
  });

  it("on its own level it stands beside its clause, and the clauses below come along", () => {
    const made = run("Transport", headingOfLevel(1), titled("a", "Response", body("Officers respond."), body("Transport"), titled("c", "Below")));
    expect(made.outline).toEqual(["1 Response: Officers respond.", "2 Transport: ", "2.1 Below: "]);
  });

  it("from a deeper clause it can be brought up at once, as one act", () => {
    const made = run("Transport", headingOfLevel(1), titled("a", "Response", titled("c", "Below", body("Stay."), body("Transport"))));
    expect(made.outline).toEqual(["1 Response: ", "1.1 Below: Stay.", "2 Transport: "]);
    expect(made.steps).toBe(1);
  });

  it("in a title it brings the clause to the level, as far as there is a clause above", () => {
    expect(run("Records", headingOfLevel(2), titled("a", "Response"), titled("b", "Records")).outline).toEqual(["1 Response: ", "1.1 Records: "]);
    expect(run("Response", headingOfLevel(2), titled("a", "Response"), titled("b", "Records")).done).toBe(false);
  });

  it("a title becomes a paragraph of the clause before it", () => {
    const made = run("Records", titleToParagraph, titled("a", "Response", body("Officers respond.")), titled("b", "Records", body("Kept.")));
    expect(made.outline).toEqual(["1 Response: Officers respond.\nRecords\nKept."]);
    expect(run("Response", titleToParagraph, titled("a", "Response")).done).toBe(false);
  });

  it("a clause is taken away with those below it, but not the last one", () => {
    expect(run("Response", removeClause, titled("a", "Response", titled("c", "Below")), titled("b", "Records")).outline).toEqual(["1 Records: "]);
    expect(run("Response", removeClause, titled("a", "Response", titled("c", "Below"))).done).toBe(false);
  });
});
