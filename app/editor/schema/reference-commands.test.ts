import { Node } from "@tiptap/pm/model";
import { EditorState, NodeSelection, TextSelection } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import { documentSchema } from "./document-schema";
import { chosenFootnote, chosenReference, mayTakeAtom, setFootnote, setReference, setTone, toggleCallout, toneAround } from "./reference-commands";

const words = (text: string) => ({ type: "text", text });
const doc = (...blocks: object[]) => Node.fromJSON(documentSchema, { type: "doc", content: [{ type: "clause", attrs: { id: "a" }, content: [{ type: "clauseTitle", content: [words("Purpose")] }, ...blocks] }] });
const paragraph = (...content: object[]) => ({ type: "paragraph", content });
const bodyStart = 1 + 1 + "Purpose".length + 1 + 1;

function at(text: Node, place: number, chosen = false): EditorState {
  const state = EditorState.create({ doc: text });
  return state.apply(state.tr.setSelection(chosen ? NodeSelection.create(text, place) : TextSelection.create(text, place)));
}

function after(state: EditorState, command: ReturnType<typeof setFootnote>): EditorState {
  let next = state;
  expect(command(state, (transaction) => (next = state.apply(transaction)))).toBe(true);
  next.doc.check();
  return next;
}

describe("footnotes and references while writing", () => {
  it("a footnote stands behind the caret, and the caret behind it", () => {
    const next = after(at(doc(paragraph(words("Safe."))), bodyStart + 5), setFootnote("The state asks for this."));
    expect(next.doc.textBetween(0, next.doc.content.size, "|", (node) => `[${node.attrs.text}]`)).toBe("Purpose|Safe.[The state asks for this.]");
    expect(next.selection.head).toBe(bodyStart + 6);
  });

  it("the chosen footnote gets other words, and keeps its marks", () => {
    const text = doc(paragraph(words("Safe."), { type: "footnote", attrs: { text: "Old." }, marks: [{ type: "bold" }] }));
    const state = at(text, bodyStart + 5, true);
    expect(chosenFootnote(state)).toBe("Old.");
    const next = after(state, setFootnote("New."));
    const node = next.doc.nodeAt(bodyStart + 5);
    expect([node?.attrs.text, node?.marks.length]).toEqual(["New.", 1]);
    expect(next.doc.content.size).toBe(text.content.size);
  });

  it("a reference is put in and led elsewhere", () => {
    const next = after(at(doc(paragraph(words("See "))), bodyStart + 4), setReference("a"));
    expect(chosenReference(at(next.doc, bodyStart + 4, true))).toBe("a");
  });

  it("a title takes neither", () => {
    const state = at(doc(paragraph(words("Safe."))), 3);
    expect(mayTakeAtom(state)).toBe(false);
    expect(setFootnote("No.")(state)).toBe(false);
  });
});

describe("callouts while writing", () => {
  it("a paragraph is set apart, gets another tone, and becomes part of the rule again", () => {
    const text = doc(paragraph(words("Safe.")), paragraph(words("More.")));
    const state = at(text, bodyStart + 2);
    expect(toneAround(state)).toBeNull();
    const apart = after(state, toggleCallout);
    expect(toneAround(apart)).toBe("note");
    const important = after(apart, setTone("important"));
    expect(toneAround(important)).toBe("important");
    expect(after(important, toggleCallout).doc.eq(text)).toBe(true);
  });

  it("a callout of several blocks is undone as a whole", () => {
    const inside = [paragraph(words("One.")), { type: "bulletList", content: [{ type: "listItem", content: [paragraph(words("Two."))] }] }];
    const text = doc({ type: "callout", attrs: { tone: "note" }, content: inside });
    expect(after(at(text, bodyStart + 3), toggleCallout).doc.eq(doc(...inside))).toBe(true);
  });

  it("there is none in a title or inside a list", () => {
    expect(toggleCallout(at(doc(paragraph(words("Safe."))), 3))).toBe(false);
    expect(setTone("note")(at(doc(paragraph(words("Safe."))), bodyStart))).toBe(false);
  });
});
