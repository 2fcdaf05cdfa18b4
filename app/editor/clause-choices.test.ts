import { describe, expect, test } from "vitest";
import { chosenText, offeredClauses, type ClauseChoice } from "./clause-choices";
import { clausesOf } from "./numbering";
import { readDocument } from "./schema/read-document";
import type { DocumentNode } from "./schema/document-node";
import { cleanText } from "./suggestions/clean-text";
import { redline } from "./redline";
import { textToAdopt } from "./text-to-adopt";

const clause = (id: string, words: string, below: DocumentNode[] = []): DocumentNode => ({
  type: "clause",
  attrs: { id },
  content: [{ type: "clauseTitle", content: [{ type: "text", text: id }] }, { type: "paragraph", content: [{ type: "text", text: words }] }, ...below],
});
const doc = (...content: DocumentNode[]): DocumentNode => {
  const read = readDocument({ type: "doc", content });
  if (!read.ok) throw new Error(read.reason);
  return cleanText(read.doc);
};
const words = (text: DocumentNode) => clausesOf(text).map(({ id, text: said }) => `${id}: ${said}`);
const choose = (clauseId: string, choice: ClauseChoice["choice"], typed = ""): ClauseChoice => ({ clauseId, choice, words: typed, reason: "Staff." });

const before = doc(clause("purpose", "Calm."), clause("waiting", "Officers may wait.", [clause("limit", "Ten minutes.")]), clause("report", "A report is written."));
const carried = doc(clause("purpose", "Calm."), clause("waiting", "Officers wait.", [clause("limit", "Thirty minutes.")]), clause("family", "Families are asked."));

describe("a head decides clause by clause", () => {
  test("over what the carried text changes, takes in or takes out", () => {
    expect(offeredClauses(before, carried).map(({ clauseId, kind }) => [clauseId, kind])).toEqual([["waiting", "changed"], ["limit", "changed"], ["report", "removed"], ["family", "added"]]);
    expect(offeredClauses(before, carried, ["purpose", "nowhere"]).at(-1)).toMatchObject({ clauseId: "purpose", kind: "unchanged", words: "Calm." });
  });

  test("leaves one as it was, has one in other words, takes the rest", () => {
    const chosen = chosenText(before, carried, [choose("limit", "leave"), choose("waiting", "reword", "Officers wait for a clinician."), choose("family", "take")]);
    expect(chosen.ok && words(chosen.content)).toEqual(["purpose: Calm.", "waiting: Officers wait for a clinician.", "limit: Ten minutes.", "family: Families are asked."]);
    expect(chosen.ok && redline(carried, chosen.content).touchedClauseIds).toEqual(["waiting", "limit"]);
    expect(chosen.ok && chosen.changed.map(({ clauseId, choice, number }) => [clauseId, choice, number])).toEqual([["limit", "leave", "2.1"], ["waiting", "reword", "2"]]);
  });

  test("keeps out what was new, and keeps in what was taken out, at its old place", () => {
    const chosen = chosenText(before, carried, [choose("family", "leave"), choose("report", "leave")]);
    expect(chosen.ok && words(chosen.content)).toEqual(["purpose: Calm.", "waiting: Officers wait.", "limit: Thirty minutes.", "report: A report is written."]);
  });

  test.each([
    ["a clause of another text", choose("nowhere", "leave"), "choice"],
    ["no words", choose("waiting", "reword", "  "), "words"],
    ["the carried words again", choose("waiting", "reword", "Officers wait."), "words"],
    ["words for a clause that is gone", choose("report", "reword", "A long report."), "choice"],
    ["leaving what did not change", choose("purpose", "leave"), "choice"],
  ])("not with %s", (_, choice, field) => {
    expect(chosenText(before, carried, [choice])).toMatchObject({ ok: false, clauseId: choice.clauseId, field });
  });
});

describe("a carried text meets a newer edition", () => {
  const base = { number: 2, content: before };
  const latest = (...content: DocumentNode[]) => ({ number: 3, content: doc(...content) });
  const [purpose, , report] = before.content ?? [];
  if (!purpose || !report) throw new Error("The text has three clauses.");

  test("that touched other clauses only: both changes stand", () => {
    const newer = latest(clause("purpose", "Calm first."), clause("waiting", "Officers may wait.", [clause("limit", "Ten minutes.")]), report);
    const text = textToAdopt({ voted: carried, base, latest: newer, made: null });
    expect(text).toMatchObject({ ok: true, onto: 3 });
    expect(text.ok && words(text.content)).toEqual(["purpose: Calm first.", "waiting: Officers wait.", "limit: Thirty minutes.", "family: Families are asked."]);
  });

  test("that changed the same clause: it is named, and nothing is adopted", () => {
    const newer = latest(purpose, clause("waiting", "Officers wait an hour.", [clause("limit", "Ten minutes.")]), report);
    expect(textToAdopt({ voted: carried, base, latest: newer, made: null })).toEqual({ ok: false, edition: 3, clauses: ["waiting"] });
  });

  test("that is made of it already, or that there is none: the text is what it is", () => {
    expect(textToAdopt({ voted: carried, base, latest: base, made: null })).toEqual({ ok: true, content: carried, onto: null });
    expect(textToAdopt({ voted: carried, base: null, latest: null, made: null })).toEqual({ ok: true, content: carried, onto: null });
    expect(textToAdopt({ voted: carried, base, latest: latest(purpose), made: before })).toEqual({ ok: true, content: before, onto: null });
  });
});
