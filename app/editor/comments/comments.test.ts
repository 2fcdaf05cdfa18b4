import { Node } from "@tiptap/pm/model";
import { EditorState } from "@tiptap/pm/state";
import { Transform } from "@tiptap/pm/transform";
import { describe, expect, test } from "vitest";
import { documentSchema } from "../schema/document-schema";
import { cleanText } from "../suggestions/clean-text";
import { anchorsOf, anchorWords } from "./anchors";
import { beginPlace } from "./begin-place";
import { soughtIn, withAnchors } from "./carry-anchors";
import { findWords } from "./find-words";
import { threadPlaces } from "./thread-places";
import { wordsBetween } from "./words";

type Clause = [id: string, ...paragraphs: string[]];

function text(...clauses: Clause[]): Node {
  const content = clauses.map(([id, ...paragraphs]) => ({
    type: "clause",
    attrs: { id },
    content: [
      { type: "clauseTitle", content: [{ type: "text", text: `Title of ${id}` }] },
      ...paragraphs.map((words) => ({ type: "paragraph", ...(words ? { content: [{ type: "text", text: words }] } : {}) })),
    ],
  }));
  return Node.fromJSON(documentSchema, { type: "doc", content });
}

const waiting = text(["c1", "Officers wait for a clinician.", "They wait within ten minutes, or call again within ten minutes."], ["c2", "Dispatch records the call."]);

function placeOf(doc: Node, words: string, nth = 0) {
  let found: { from: number; to: number } | null = null;
  let left = nth;
  doc.descendants((node, at) => {
    for (let index = node.text?.indexOf(words) ?? -1; index !== -1 && !found; index = node.text?.indexOf(words, index + 1) ?? -1)
      if (left-- === 0) found = { from: at + index, to: at + index + words.length };
  });
  if (!found) throw new Error(`There is no "${words}".`);
  return found as { from: number; to: number };
}

function anchored(doc: Node, words: string, thread: string, nth = 0): Node {
  return anchorWords(doc, placeOf(doc, words, nth), thread).doc;
}

describe("an anchor in the text", () => {
  test("names the words, the clause, and overlaps with another without taking it away", () => {
    const doc = anchored(anchored(waiting, "wait for a clinician", "t1"), "a clinician", "t2");
    expect(anchorsOf(doc).map(({ thread, words, clauseId }) => [thread, words, clauseId])).toEqual([
      ["t1", "wait for a clinician", "c1"],
      ["t2", "a clinician", "c1"],
    ]);
    expect(() => doc.check()).not.toThrow();
  });

  test("over two paragraphs it quotes them as one line", () => {
    const from = placeOf(waiting, "clinician").from;
    const to = placeOf(waiting, "They wait").to;
    expect(wordsBetween(waiting, from, to)).toBe("clinician. They wait");
    expect(anchorsOf(anchorWords(waiting, { from, to }, "t").doc)).toMatchObject([{ from, to, words: "clinician. They wait" }]);
  });

  test("is no part of what readers see, vote on and sign", () => {
    expect(cleanText(anchored(waiting, "wait for", "t1"))).toEqual(cleanText(waiting));
  });

  test("stays on its words when three paragraphs come above it, and comes back with them when a deletion is undone", () => {
    const before = anchored(waiting, "within ten minutes", "t1", 1);
    const paragraph = documentSchema.nodes.paragraph?.create(null, documentSchema.text("New."));
    const more = new Transform(before).insert(placeOf(before, "Officers").from - 1, [paragraph, paragraph, paragraph].flatMap((node) => node ?? []));
    const [anchor] = anchorsOf(more.doc);
    expect(anchor && wordsBetween(more.doc, anchor.from, anchor.to)).toBe("within ten minutes");
    const gone = new Transform(more.doc).delete(anchor?.from ?? 0, anchor?.to ?? 0);
    expect(anchorsOf(gone.doc)).toEqual([]);
    const undone = new Transform(gone.doc);
    for (const [at, step] of [...gone.steps.entries()].reverse()) undone.step(step.invert(gone.docs[at] as Node));
    expect(anchorsOf(undone.doc)).toEqual(anchorsOf(more.doc));
  });
});

describe("finding quoted words again", () => {
  test("of several places in the clause, the one with the same letters around it is meant", () => {
    const second = placeOf(waiting, "within ten minutes", 1);
    expect(findWords(waiting, { quote: "within ten minutes", clauseId: "c1", before: "or call again " })).toEqual(second);
    expect(findWords(waiting, { quote: "within ten minutes", clauseId: "c1", behind: ", or call" })).toEqual(placeOf(waiting, "within ten minutes", 0));
  });

  test("in another clause only words that cannot be mistaken are taken", () => {
    const moved = text(["c9", "Dispatch records the call.", "The call ends."]);
    expect(findWords(moved, { quote: "Dispatch records the call", clauseId: "c2" })).toEqual(placeOf(moved, "Dispatch records the call"));
    expect(findWords(moved, { quote: "call", clauseId: "c2" })).toBeNull();
    expect(findWords(text(["c9", "We record the call.", "We record the call."]), { quote: "record the call", clauseId: "c2" })).toBeNull();
  });

  test("bold letters, line ends and double blanks do not hide them", () => {
    const bold = documentSchema.marks.bold;
    const { from, to } = placeOf(waiting, "for a");
    const strong = bold ? new Transform(waiting).addMark(from, to, bold.create()).doc : waiting;
    expect(findWords(strong, { quote: "wait  for a\nclinician", clauseId: "c1" })).toEqual(placeOf(waiting, "wait for a clinician"));
  });

  test("nothing is found for no words, and nothing where they are not", () => {
    expect(findWords(waiting, { quote: "  ", clauseId: "c1" })).toBeNull();
    expect(findWords(waiting, { quote: "handcuffs", clauseId: "c1" })).toBeNull();
  });
});

describe("beginning a thread on words chosen a moment ago", () => {
  const chosen = { ...placeOf(waiting, "a clinician"), quote: "a clinician", clauseId: "c1" };

  test("the place is moved over what others wrote since", () => {
    const since = new Transform(waiting).insert(placeOf(waiting, "Officers").from, documentSchema.text("All "));
    expect(beginPlace(since.doc, { ...chosen, since: since.steps.map((step) => step.toJSON()) })).toEqual({ ...placeOf(since.doc, "a clinician"), clauseId: "c1" });
  });

  test("words that were moved elsewhere in their clause are found there, and words that are gone are not", () => {
    const { from, to } = placeOf(waiting, "a clinician");
    const moved = new Transform(waiting).delete(from, to).insert(placeOf(waiting, "They").from - (to - from), documentSchema.text("See a clinician. "));
    expect(beginPlace(moved.doc, { ...chosen, since: moved.steps.map((step) => step.toJSON()) })).toMatchObject(placeOf(moved.doc, "a clinician"));
    const gone = new Transform(waiting).delete(from, to);
    expect(beginPlace(gone.doc, { ...chosen, since: gone.steps.map((step) => step.toJSON()) })).toBeNull();
  });

  test("a place beyond the end of the text is not believed", () => {
    expect(beginPlace(waiting, { from: 90_000, to: 90_010, quote: "a clinician", clauseId: "c1", since: [] })).toMatchObject(placeOf(waiting, "a clinician"));
    expect(beginPlace(waiting, { from: 5, to: 3, quote: "", clauseId: "c1", since: [] })).toBeNull();
  });
});

describe("a whole text that takes the place of another", () => {
  test("keeps the threads on their words, also on the right one of two equal phrases", () => {
    const before = anchored(waiting, "within ten minutes", "t1", 1);
    const later = text(["c0", "A new first clause."], ["c1", "Officers wait.", "They wait within ten minutes at most, or call again within ten minutes."]);
    const carried = withAnchors(cleanText(later), soughtIn([before], [{ id: "t1", quote: "old words", clauseId: "c1" }]));
    expect(carried.found).toEqual(["t1"]);
    const [anchor] = anchorsOf(Node.fromJSON(documentSchema, carried.content));
    expect(anchor).toMatchObject(placeOf(later, "within ten minutes", 1));
  });

  test("a thread whose words were removed comes back when they do, and stays without a place when they do not", () => {
    const thread = [{ id: "t1", quote: "Dispatch records the call", clauseId: "c2" }];
    expect(withAnchors(cleanText(waiting), soughtIn([text(["c1", "Nothing."])], thread)).found).toEqual(["t1"]);
    expect(withAnchors(cleanText(text(["c1", "Nothing."])), soughtIn([waiting], thread)).found).toEqual([]);
  });
});

describe("where threads stand", () => {
  const row = { id: "t1", quote: "a clinician", clauseId: "c1", suggestionId: null, atVersion: 3 };
  const placeIn = (doc: Node, version: number, more: Partial<typeof row> | { suggestionId: string } = {}) => threadPlaces(doc, version, [{ ...row, ...more }]).get("t1");

  test("on their anchor; without one they are listed as removed, never lost", () => {
    expect(placeIn(anchored(waiting, "a clinician", "t1"), 9)).toMatchObject({ kind: "words", words: "a clinician", clauseId: "c1" });
    expect(placeIn(waiting, 9)).toEqual({ kind: "removed" });
  });

  test("on their quoted words while a frozen text is as it was", () => {
    expect(placeIn(waiting, 3)).toMatchObject({ kind: "words", ...placeOf(waiting, "a clinician") });
  });

  test("on the whole clause when they quote nothing, until the clause is gone", () => {
    expect(placeIn(waiting, 9, { quote: "" })).toMatchObject({ kind: "clause", clauseId: "c1" });
    expect(placeIn(text(["c2", "Other."]), 9, { quote: "" })).toEqual({ kind: "removed" });
  });

  test("on a suggestion, also after it was decided", () => {
    const stamp = { id: "s1", author: "avery", at: "2026-11-20T10:00:00Z" };
    const { from, to } = placeOf(waiting, "wait for");
    const suggested = new Transform(waiting).addMark(from, to, documentSchema.mark("deletion", stamp)).doc;
    expect(placeIn(suggested, 9, { suggestionId: "s1" })).toEqual({ kind: "suggestion", at: from });
    expect(placeIn(waiting, 9, { suggestionId: "s1" })).toEqual({ kind: "suggestion", at: null });
  });
});

test("an anchor goes with words that are cut and pasted", () => {
  const before = anchored(waiting, "a clinician", "t1");
  const state = EditorState.create({ doc: before });
  const { from, to } = placeOf(before, "a clinician");
  const slice = before.slice(from, to);
  const cut = state.tr.delete(from, to);
  const pasted = cut.replace(placeOf(cut.doc, "Dispatch").from, placeOf(cut.doc, "Dispatch").from, slice);
  expect(anchorsOf(pasted.doc)).toMatchObject([{ words: "a clinician", clauseId: "c2" }]);
});
