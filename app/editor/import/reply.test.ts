import { Node } from "@tiptap/pm/model";
import { Transform } from "@tiptap/pm/transform";
import { describe, expect, it } from "vitest";
import { bullets, clause, marked, p, policies, see, table } from "../export/word/policies-in-test";
import { wordFile } from "../export/word/word-file";
import type { DocumentNode } from "../schema/document-node";
import { documentSchema } from "../schema/document-schema";
import { cleanText } from "../suggestions/clean-text";
import { pendingSuggestions } from "../suggestions/pending";
import { settleAll } from "../suggestions/settle";
import { importDocx } from "./docx";
import { replyOnto } from "./reply";
import { unpack } from "./unpack";
import { zip } from "./zip-in-test";

const at = "2026-03-03T10:00:00Z";
const later = "2026-04-01T09:00:00.000Z";
const attorney = (id: string) => ({ id, author: "word:R. Diaz", at: later });
const ours = (id: string) => ({ id, author: "advocate", at });
const put = (text: string, id = "z") => marked(text, { type: "insertion", attrs: attorney(id) });
const cut = (text: string, id = "z") => marked(text, { type: "deletion", attrs: attorney(id) });
const doc = (...content: DocumentNode[]) => Node.fromJSON(documentSchema, { type: "doc", content });
const added = (node: DocumentNode, attrs: Record<string, unknown>): DocumentNode => ({ ...node, attrs: { ...node.attrs, ...attrs } });
const stamp = (id: string) => JSON.stringify(attorney(id));

/** What comes of an answer: the attorney works on the sent text with tracking on, which is the text in the second place. */
async function answered(sent: Node, worked: DocumentNode[], lostBookmarks = "") {
  const written = await wordFile({ title: "T", content: { type: "doc", content: worked }, header: "", footer: "", facts: [], approval: [], names: { advocate: "Dana Whitfield" }, threads: [], origin: null, madeAt: later });
  const { xml } = await unpack(written);
  const file = lostBookmarks ? zip([...xml].map(([name, content]) => ({ name, content: content.replaceAll(`"clause_${lostBookmarks}`, '"gone_') }))) : written;
  const read = await importDocx(file);
  if (!read.ok) throw new Error(read.reason);
  const known = new Set(["word:Dana Whitfield"]);
  const reply = replyOnto(sent, read, ({ author }) => known.has(author), (key) => key, { author: "word:Unknown", at: later });
  const tr = new Transform(sent);
  for (const { step } of reply.changes) tr.step(step);
  tr.doc.check();
  return { doc: tr.doc, reply, words: pendingSuggestions(tr.doc).map(({ author, words }) => `${author} ${words}`) };
}
const text = (node: Node) => JSON.stringify(cleanText(node));
const accepted = (node: Node) => JSON.stringify(cleanText(settleAll(node, "accepted")));

describe("an answer from Word", () => {
  const before = doc(clause("c1", "Purpose", p("Officers shall wait ", marked("here", { type: "insertion", attrs: ours("a") }), "."), bullets("one", "two")), clause("c2", "Team", table(["Role"], ["Officer"], ["Peer"])));

  it("that changes nothing adds nothing, also where we had suggestions", async () => {
    for (const { content } of policies) {
      const sent = Node.fromJSON(documentSchema, content);
      const got = await answered(sent, content.content ?? []);
      expect([got.reply.changes, got.reply.unplaced]).toEqual([[], []]);
    }
    const got = await answered(before, (before.toJSON() as DocumentNode).content ?? []);
    expect([got.reply.changes, got.reply.unplaced]).toEqual([[], []]);
  });

  it("becomes suggestions in the attorney's name: words, paragraphs, entries, rows and clauses", async () => {
    const worked = [
      clause(
        "c1",
        "Purpose",
        p("Officers ", cut("shall", "b"), put("may", "b"), " wait ", marked("here", { type: "insertion", attrs: ours("a") }), "."),
        added(p(put("In a safe place.", "c")), { endInserted: stamp("c") }),
        { type: "bulletList", content: [{ type: "listItem", content: [p("one", put(" of three", "d"))] }, { type: "listItem", content: [added(p(put("a new entry", "h")), { endInserted: stamp("h") })] }, { type: "listItem", content: [p("two")] }] },
      ),
      clause("c2", "Team", { type: "table", content: [...(table(["Role"], ["Officer"]).content ?? []), added((table(["x"], ["Nurse"]).content ?? [])[1] as DocumentNode, { added: stamp("e") }), added((table(["x"], ["Peer"]).content ?? [])[1] as DocumentNode, { removed: stamp("f") })] }),
      added(clause("c9", "Hours", p("Day and night.")), { added: stamp("g") }),
    ];
    const got = await answered(before, worked);
    expect(got.reply.unplaced).toEqual([]);
    expect(text(got.doc)).toBe(text(before));
    expect(accepted(got.doc)).toBe(accepted(doc(...worked)));
    expect(got.words.filter((words) => words.startsWith("advocate"))).toHaveLength(1);
    expect(got.words.filter((words) => words.startsWith("word:R. Diaz")).length).toBeGreaterThanOrEqual(5);
  });

  describe("in which a clause was moved", () => {
    const three = doc(clause("m1", "Purpose", p("Why.")), clause("m2", "Team", p("Who."), clause("m2a", "Peers", p("Also they."))), clause("m3", "Review", p("Each year; see ", see("m2"), ".")));
    const [purpose, team, review] = (three.toJSON() as { content: [DocumentNode, DocumentNode, DocumentNode] }).content;
    const inOrder = doc(purpose, review, team);

    it("as Word says it suggests the other place, and changes nothing else", async () => {
      const got = await answered(three, [purpose, team, review, { type: "clauseMove", attrs: { clause: "m2", added: stamp("m") } }]);
      expect(got.reply.unplaced).toEqual([]);
      expect(got.words).toEqual(["word:R. Diaz moves clause 2 below 3"]);
      expect(text(got.doc)).toBe(text(three));
      expect(accepted(got.doc)).toBe(accepted(inOrder));
    });

    it.each([["leaves", true], ["takes along", false]])("by taking it away and putting it elsewhere, which %s its bookmark, does the same", async (_how, leaves) => {
      const renamed = (node: DocumentNode): DocumentNode => JSON.parse(JSON.stringify(node).replaceAll('"m2', '"n2')) as DocumentNode;
      const [old, fresh] = leaves ? [team, renamed(team)] : [renamed(team), team];
      const got = await answered(three, [purpose, added(old, { removed: stamp("m") }), review, added(fresh, { added: stamp("m") })], "n2");
      expect(got.reply.unplaced).toEqual([]);
      expect(got.words).toEqual(["word:R. Diaz moves clause 2 below 3"]);
      expect(text(got.doc)).toBe(text(three));
      expect(accepted(got.doc)).toBe(accepted(inOrder));
    });

    it("is told and not placed where somebody here would move the same clause", async () => {
      const sent = doc(purpose, team, review, { type: "clauseMove", attrs: { clause: "m1", added: JSON.stringify(ours("k")) } });
      const got = await answered(sent, [{ type: "clauseMove", attrs: { clause: "m2", added: stamp("m") } }, { type: "clauseMove", attrs: { clause: "m1", added: stamp("m") } }, purpose, team, review]);
      expect(got.reply.unplaced).toEqual([{ what: "A clause was moved in Word. Move it here by hand.", where: "Purpose" }]);
      expect(got.words).toContain("word:R. Diaz moves clause 2 above 1");
      expect(text(got.doc)).toBe(text(sent));
    });
  });

  it("shows as suggestions what was changed without tracking", async () => {
    const got = await answered(before, [clause("c1", "Purpose", p("Officers shall stay ", marked("here", { type: "insertion", attrs: ours("a") }), "."), bullets("one", "two")), clause("c2", "Team", table(["Role"], ["Officer"], ["Peer"]))]);
    expect(text(got.doc)).toBe(text(before));
    expect(accepted(got.doc)).toContain("Officers shall stay here.");
    expect(got.words.some((words) => words.startsWith("word:Unknown"))).toBe(true);
  });

  it("lists what has no place, and leaves what the file no longer has", async () => {
    const got = await answered(before, [clause("c1", "Purpose", p("Officers shall wait ", marked("here", { type: "insertion", attrs: ours("a") }), "."), bullets("one", "two")), clause("c7", "Something else", p("New words."))]);
    expect(got.reply.unplaced).toEqual([
      { what: "A clause that this text does not have: Something elseNew words.", where: "Something else" },
      { what: "This clause is not in the file. It was left as it is.", where: "Team" },
    ]);
    expect(text(got.doc)).toBe(text(before));
  });

  it("brings comments to the words that they are on", async () => {
    const file = await wordFile({ title: "T", content: { type: "doc", content: [clause("c1", "Purpose", p("Officers ", marked("shall", { type: "comment", attrs: { thread: "t" } }), " wait ", marked("here", { type: "insertion", attrs: ours("a") }), "."), bullets("one", "two")), clause("c2", "Team", table(["Role"], ["Officer"], ["Peer"]))] }, header: "", footer: "", facts: [], approval: [], names: { advocate: "Dana Whitfield" }, threads: [{ id: "t", clauseId: "c1", quote: "shall", comments: [{ author: "R. Diaz", at: later, body: "Or may?" }] }], origin: null, madeAt: later });
    const read = await importDocx(file);
    if (!read.ok) throw new Error(read.reason);
    const reply = replyOnto(before, read, () => true, () => "thread-1", { author: "word:Unknown", at: later });
    const tr = new Transform(before);
    for (const { step } of reply.changes) tr.step(step);
    expect(reply.anchored).toEqual(new Set(["thread-1"]));
    let quote = "";
    tr.doc.descendants((node) => {
      if (node.marks.some(({ type, attrs }) => type.name === "comment" && attrs.thread === "thread-1")) quote += node.text ?? "";
    });
    expect(quote).toBe("shall");
  });
});
