import { describe, expect, it } from "vitest";
import { changesInWords } from "./changes-in-words";
import { clausesOf } from "./numbering";
import { plainText } from "./plain-text";
import { rebase } from "./rebase";
import { redline } from "./redline";
import { brokenReferences, footnotesOf } from "./references";
import type { DocumentNode } from "./schema/document-node";
import { readDocument } from "./schema/read-document";

const words = (text: string): DocumentNode => ({ type: "text", text });
const footnote = (text: string): DocumentNode => ({ type: "footnote", attrs: { text } });
const reference = (clause: string): DocumentNode => ({ type: "crossReference", attrs: { clause } });
const paragraph = (...content: DocumentNode[]): DocumentNode => ({ type: "paragraph", content });
const callout = (tone: string, ...content: DocumentNode[]): DocumentNode => ({ type: "callout", attrs: { tone }, content });
const clause = (id: string, title: string, ...below: DocumentNode[]): DocumentNode => ({ type: "clause", attrs: { id }, content: [{ type: "clauseTitle", content: [words(title)] }, ...below] });
const doc = (...content: DocumentNode[]): DocumentNode => {
  const read = readDocument({ type: "doc", content });
  if (!read.ok) throw new Error(read.reason);
  return read.doc.toJSON();
};

const purpose = clause("purpose", "Purpose", paragraph(words("Everyone is safe."), footnote("The state asks for this.")));
const transport = clause("transport", "Transport", paragraph(words("As in "), reference("scene"), words(", a person who agrees to go is taken to care."), footnote("Not to jail.")));
const scene = clause("scene", "At the scene", paragraph(words("Officers slow down.")));
const policy = doc(purpose, scene, transport);

describe("footnotes and references in plain words", () => {
  it("a reference shows the number its clause has now", () => {
    expect(plainText(policy)).toContain("As in 2, a person who agrees to go");
    expect(plainText(doc(purpose, transport, scene))).toContain("As in 3, a person");
    expect(clausesOf(policy)[2]?.text).toContain("As in 2,");
  });

  it("a reference to a clause that is gone says so, and is found", () => {
    const without = doc(purpose, transport);
    expect(plainText(without)).toContain("As in (clause removed), a person");
    expect(brokenReferences(without)).toEqual([{ clauseId: "transport", number: "2", title: "Transport" }]);
    expect(brokenReferences(policy)).toEqual([]);
  });

  it("a part of a text knows no other clauses", () => {
    expect(plainText(transport)).toContain("As in another clause, a person");
  });

  it("footnotes are numbered in reading order, and read where they are called", () => {
    expect(footnotesOf(policy).map(({ number, text }) => [number, text])).toEqual([[1, "The state asks for this."], [2, "Not to jail."]]);
    expect(plainText(policy)).toContain("Everyone is safe. (footnote: The state asks for this.)");
  });
});

describe("a redline of footnotes, references and callouts", () => {
  it("shows the changed words of a footnote and no others", () => {
    const after = doc(clause("purpose", "Purpose", paragraph(words("Everyone is safe."), footnote("The county asks for this."))), scene, transport);
    const { changes } = redline(policy, after);
    const [block] = changes[0]?.blocks ?? [];
    expect(block?.type === "paragraph" && block.spans.filter(({ kind }) => kind !== "same")).toEqual([{ kind: "deleted", text: "state" }, { kind: "inserted", text: "county" }]);
    expect(changesInWords({ changes, touchedClauseIds: [] })).toEqual(["In 1 Purpose: “state” replaced by “county”."]);
  });

  it("says where a reference leads to another clause", () => {
    const after = doc(purpose, scene, clause("transport", "Transport", paragraph(words("As in "), reference("purpose"), words(", a person who agrees to go is taken to care."), footnote("Not to jail."))));
    expect(changesInWords(redline(policy, after))).toEqual(["In 3 Transport: “2” replaced by “1”."]);
  });

  it("is silent where a reference only shows another number", () => {
    expect(redline(policy, doc(clause("new", "Words used here", paragraph(words("None."))), purpose, scene, transport)).changes.map(({ clauseId }) => clauseId)).toEqual(["new"]);
  });

  it("keeps a paragraph unmarked whose reference shows another number, beside one that changed", () => {
    const more = clause("transport", "Transport", ...(transport.content ?? []).slice(1), paragraph(words("The ride is calm.")));
    const { changes } = redline(policy, doc(clause("new", "Words", paragraph(words("None."))), purpose, scene, more));
    const changed = changes.find(({ clauseId }) => clauseId === "transport");
    const [first] = changed?.blocks ?? [];
    expect(first?.type === "paragraph" && first.spans).toEqual([{ kind: "same", text: "As in 3, a person who agrees to go is taken to care. (footnote: Not to jail.)" }]);
  });

  it("reads a callout from within, and says when its mark changed", () => {
    const with_ = (tone: string, text: string) => doc(clause("scene", "At the scene", callout(tone, paragraph(words(text)))));
    const changes = redline(with_("note", "Nobody is blamed for taking time."), with_("important", "No officer is blamed for taking time."));
    expect(changesInWords(changes)).toEqual([
      "In 1 At the scene, in the callout: “Nobody” replaced by “No officer”.",
      "In 1 At the scene: the callout was marked “note” and is marked “important”.",
    ]);
  });

  it("names a new callout by its words", () => {
    const after = doc(purpose, clause("scene", "At the scene", paragraph(words("Officers slow down.")), callout("note", paragraph(words("Time is safety.")))), transport);
    expect(changesInWords(redline(policy, after))).toEqual(["In 2 At the scene, in the callout: paragraph added: “Time is safety.”."]);
  });
});

describe("bringing a proposal up to date", () => {
  it("takes a footnote of one side and a callout of the other", () => {
    const mine = doc(clause("purpose", "Purpose", paragraph(words("Everyone is safe."), footnote("The county asks for this."))), scene, transport);
    const theirs = doc(purpose, clause("scene", "At the scene", callout("note", paragraph(words("Officers slow down.")))), transport);
    const { merged } = rebase({ base: policy, mine, theirs });
    expect(JSON.stringify(merged)).toContain("The county asks for this.");
    expect(JSON.stringify(merged)).toContain('"callout"');
  });
});
