import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { termFinder } from "./find-terms";
import { firstUses, termUses } from "./term-uses";

const terms = [
  { id: "crisis", name: "crisis", variants: ["crises"] },
  { id: "mental", name: "mental health crisis", variants: [] },
  { id: "cit", name: "CIT officer", variants: ["CIT officers"] },
];
const find = termFinder(terms);
const words = (text: string) => find(text).map(({ from, to, termId }) => [text.slice(from, to), termId]);

describe("terms in a text", () => {
  it.each<[string, string[][]]>([
    ["A person in crisis waits.", [["crisis", "crisis"]]],
    ["Crisis, CRISIS and crises.", [["Crisis", "crisis"], ["CRISIS", "crisis"], ["crises", "crisis"]]],
    ["A mental health crisis is a crisis.", [["mental health crisis", "mental"], ["crisis", "crisis"]]],
    ["A mental  health\u00a0crisis.", [["mental  health\u00a0crisis", "mental"]]],
    ["The crisis’s end, the crisis's end.", [["crisis", "crisis"], ["crisis", "crisis"]]],
    ["Crisislike, post-crisis and crisis-trained are other words.", []],
    ["éCrisis and crisisé are other words.", []],
    ["Two CIT officers came.", [["CIT officers", "cit"]]],
    ["(crisis)", [["crisis", "crisis"]]],
    ["", []],
  ])("in %j are %j", (text, found) => expect(words(text)).toEqual(found));

  it("with signs of their own are found as they are written", () => {
    expect(termFinder([{ id: "a", name: "5150 hold (W&I)", variants: [] }])("A 5150 hold (W&I) ends.")).toHaveLength(1);
    expect(termFinder([{ id: "a", name: "a.c", variants: [] }])("abc")).toEqual([]);
  });

  it("of an empty glossary are none", () => expect(termFinder([])("crisis")).toEqual([]));

  it("never overlap and never leave the text, whatever the text", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("crisis", "mental", "health", " ", "-", "’", "s", "CIT", "officer", "é", "\n")).map((parts) => parts.join("")), (text) => {
        let end = 0;
        for (const { from, to } of find(text)) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(to).toBeLessThanOrEqual(text.length);
          end = to;
        }
      }),
    );
  });
});

const paragraph = (...content: object[]) => ({ type: "paragraph", content: content as never });
const clause = (id: string, title: string, ...below: object[]) => ({ type: "clause", attrs: { id }, content: [{ type: "clauseTitle", content: [{ type: "text", text: title }] }, ...(below as never[])] });
const doc = { type: "doc", content: [clause("a", "Crisis", paragraph({ type: "text", text: "A crisis is a crisis." })), clause("b", "Officers", paragraph({ type: "text", text: "See ", marks: [] }, { type: "text", text: "crisis", marks: [{ type: "link", attrs: { href: "/x" } }] }), paragraph({ type: "footnote", attrs: { text: "Two CIT officers." } }))] };

describe("the uses of terms", () => {
  it("are listed by clause, once each, with footnotes and titles", () => {
    expect(termUses(doc, terms)).toEqual([
      { termId: "crisis", clauses: [{ id: "a", number: "1", title: "Crisis" }, { id: "b", number: "2", title: "Officers" }] },
      { termId: "cit", clauses: [{ id: "b", number: "2", title: "Officers" }] },
    ]);
  });

  it("are marked where a clause first uses them, and not inside a link", () => {
    expect([...firstUses(doc, terms).values()]).toEqual([[{ from: 2, to: 8, termId: "crisis" }]]);
  });
});

it("a term may have any sign in it, such as a hyphen or a bracket", () => {
  const odd = ["de-escalation", "9-1-1", "use of force (level 2)", "C++ [a|b] {x} ^$ \\ / ?"];
  const finder = termFinder(odd.map((name) => ({ id: name, name, variants: [] })));
  expect(odd.map((name) => finder(`In ${name} here`).length)).toEqual([1, 1, 1, 1]);
  expect(finder("In de-escalation and 9-1-1").map(({ termId }) => termId)).toEqual(["de-escalation", "9-1-1"]);
});
