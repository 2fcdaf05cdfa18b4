import { describe, expect, test } from "vitest";
import { amendClause, paragraphsTyped, sameWords, wordsToAmend } from "./amended-clause";
import { clausesOf } from "./numbering";
import { cleanText } from "./suggestions/clean-text";
import { clause, docOf, li, p, ul } from "./suggestions/test-client";
import type { Node } from "@tiptap/pm/model";

const text = () => docOf(clause("a", "Waiting", p("Officers wait for a clinician."), p("Dispatch records the call."), p("The call ends."), clause("b", "Under", p("Words of b."))), clause("c", "Bags", ul(li(p("one")))), clause("d", "Empty"));
const ownContent = (doc: Node, clauseId: string) => clausesOf(cleanText(doc)).find(({ id }) => id === clauseId)?.ownContent ?? [];

describe("the words of a clause, as they are amended", () => {
  test("paragraphs are parted by a blank line; what is no plain paragraph is not offered", () => {
    expect(wordsToAmend(ownContent(text(), "a"))).toBe("Officers wait for a clinician.\n\nDispatch records the call.\n\nThe call ends.");
    expect(wordsToAmend(ownContent(text(), "c"))).toBeNull();
    expect(wordsToAmend(ownContent(text(), "d"))).toBe("");
  });

  test("blank lines and line ends of another system make no difference", () => {
    expect(paragraphsTyped(" one \r\n\r\n\r\ntwo\n")).toEqual(["one", "two"]);
    expect(sameWords("one\n\ntwo", "one\r\ntwo")).toBe(true);
    expect(sameWords("one two", "one\ntwo")).toBe(false);
  });

  test.each([
    ["a word changes", "Officers wait 20 minutes for a clinician.\n\nDispatch records the call.\n\nThe call ends."],
    ["words go", "Officers wait.\n\nDispatch records the call.\n\nThe call ends."],
    ["a paragraph comes in the middle", "Officers wait for a clinician.\n\nThe family is told.\n\nDispatch records the call.\n\nThe call ends."],
    ["a paragraph comes at the end", "Officers wait for a clinician.\n\nDispatch records the call.\n\nThe call ends.\n\nAll go home."],
    ["a paragraph goes", "Officers wait for a clinician.\n\nThe call ends."],
    ["everything changes", "Nobody waits."],
  ])("%s: exactly that is in the text afterwards, and nothing else changed", (_what, words) => {
    const doc = text();
    const amended = amendClause(doc, "a", words);
    amended?.doc.check();
    expect(amended && wordsToAmend(ownContent(amended.doc, "a"))).toBe(words);
    expect(amended?.doc.child(1).eq(doc.child(1))).toBe(true);
    expect(amended && ownContent(amended.doc, "b")).toEqual(ownContent(doc, "b"));
  });

  test("a clause below another, and one that was empty", () => {
    const below = amendClause(text(), "b", "Other words of b.");
    expect(below && wordsToAmend(ownContent(below.doc, "b"))).toBe("Other words of b.");
    const filled = amendClause(text(), "d", "Now it says something.");
    expect(filled && wordsToAmend(ownContent(filled.doc, "d"))).toBe("Now it says something.");
    expect(amendClause(text(), "nowhere", "Words.")).toBeNull();
  });

  test("one changed word is one small step, so that what is beside it keeps its form", () => {
    const amended = amendClause(text(), "a", "Officers wait for a nurse.\n\nDispatch records the call.\n\nThe call ends.");
    expect(amended?.steps.map((step) => step.toJSON())).toMatchObject([{ stepType: "replace", slice: { content: [{ type: "text", text: "nurse" }] } }]);
  });
});
