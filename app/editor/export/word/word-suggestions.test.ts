import { describe, expect, it } from "vitest";
import { importDocx } from "../../import/docx";
import type { DocumentNode } from "../../schema/document-node";
import { readStamp, writeStamp } from "../../schema/stamp";
import { bullets, callout, clause, marked, p, see, table } from "./policies-in-test";
import { wordFile } from "./word-file";
import type { WordText, WordThread } from "./word-text";

const names = { advocate: "Dana Whitfield", cit: "Marcus Reyes" };
const at = "2026-03-03T10:00:00.000Z";
const by = (author: string, id: string) => ({ id, author, at });
const stamp = (author: string, id: string) => writeStamp(by(author, id));
const put = (text: string, author: string, id: string, ...more: Parameters<typeof marked>[1][]) => marked(text, ...more, { type: "insertion", attrs: by(author, id) });
const cut = (text: string, author: string, id: string, ...more: Parameters<typeof marked>[1][]) => marked(text, ...more, { type: "deletion", attrs: by(author, id) });
const on = (thread: string) => ({ type: "comment", attrs: { thread } });
const withAttrs = (node: DocumentNode, attrs: Record<string, unknown>): DocumentNode => ({ ...node, attrs: { ...node.attrs, ...attrs } });

async function there(content: DocumentNode[], threads: WordThread[] = []) {
  const text: WordText = { content: { type: "doc", content }, title: "Transport", header: "", footer: "", facts: [], approval: [], names, threads, origin: { draftId: "0198c1de-0000-7000-8000-000000000001", version: 12 }, madeAt: at };
  const back = await importDocx(await wordFile(text));
  if (!back.ok) throw new Error(back.reason);
  return { ...back, told: told({ type: "doc", content }), toldBack: told(back.content) };
}

/** What is suggested, by whom and on which words, in reading order; ids are told as the first, second, third. */
function told(content: DocumentNode): string[] {
  const seen: string[] = [];
  const number = (author: string, id: string) => `${author.startsWith("word:") ? author.slice(5) : names[author as keyof typeof names]} #${(seen.includes(id) ? seen.indexOf(id) : seen.push(id) - 1) + 1}`;
  const lines: string[] = [];
  const visit = (node: DocumentNode, path: string, whole = ""): void => {
    for (const name of ["added", "removed", "endInserted", "endDeleted"]) {
      const found = readStamp(node.attrs?.[name]);
      if (found && found.author !== whole) lines.push(`${path}${node.type} ${name} by ${number(found.author, found.id)} ${found.at}${node.type === "clauseMove" ? ` of ${String(node.attrs?.clause)}` : ""}`);
    }
    for (const { type, attrs } of node.marks ?? []) if (attrs?.author && attrs.author !== whole) lines.push(`${path}“${node.text ?? node.type}” ${type}${"on" in attrs ? ` ${String(attrs.on)}` : ""} by ${number(String(attrs.author), String(attrs.id))} ${String(attrs.at)}`);
    // What comes or goes with its clause or row is told once.
    const own = (readStamp(node.attrs?.added) ?? readStamp(node.attrs?.removed))?.author ?? whole;
    for (const child of node.content ?? []) visit(child, node.type === "clause" ? `${String(node.attrs?.id)}: ` : path, own);
  };
  visit(content, "");
  return lines;
}

describe("suggestions go out as Word's tracked changes and come back as suggestions", () => {
  it("letters put in and taken out, by two people, also on each other's", async () => {
    const got = await there([
      clause("c1", "Purpose", p("Officers ", cut("shall", "advocate", "a"), put("may", "advocate", "a"), " wait", put(" here", "cit", "b"), marked(" now", { type: "insertion", attrs: by("cit", "b") }, { type: "deletion", attrs: by("advocate", "c") }), ".")),
      clause("c2", "Scope", p(cut("All of it.", "cit", "d"))),
    ]);
    expect(got.told).toHaveLength(6);
    expect(got.toldBack).toEqual(got.told);
  });

  it("words of a heading, a link, a reference, a footnote and a line break", async () => {
    const title: DocumentNode = { type: "clause", attrs: { id: "c1" }, content: [{ type: "clauseTitle", content: [{ type: "text", text: "Transport" }, put(" to care", "advocate", "a")] }, p("See ", { ...see("c2"), marks: [{ type: "deletion", attrs: by("cit", "b") }] }, " and ", put("the code", "cit", "c", { type: "link", attrs: { href: "https://example.org/" } }), ".", { type: "footnote", attrs: { text: "New." }, marks: [{ type: "insertion", attrs: by("advocate", "d") }] })] };
    const got = await there([title, clause("c2", "Scope")]);
    expect(got.told).toHaveLength(4);
    expect(got.toldBack).toEqual(got.told);
  });

  it("bold, italic and underlined, on and off", async () => {
    const form = (type: string, id: string, isOn: boolean) => ({ type, attrs: { ...by("advocate", id), on: isOn } });
    const got = await there([clause("c1", "Purpose", p("Wait ", marked("20 minutes", form("suggestedBold", "a", true)), " or ", marked("more", "bold", "italic", form("suggestedBold", "b", false), form("suggestedUnderline", "b", true)), "."))]);
    expect(got.told).toHaveLength(3);
    expect(got.toldBack).toEqual(got.told);
    expect(JSON.stringify(got.content)).toContain('{"type":"bold"},{"type":"italic"}');
  });

  it("paragraphs split, joined, new and gone, in lists and callouts too", async () => {
    const got = await there([
      clause(
        "c1",
        "Purpose",
        withAttrs(p("First. "), { endInserted: stamp("advocate", "a") }),
        p("Second."),
        withAttrs(p("Third"), { endDeleted: stamp("cit", "b") }),
        p("fourth."),
        withAttrs(p(put("A new one.", "advocate", "c")), { endInserted: stamp("advocate", "c") }),
        { type: "bulletList", content: [{ type: "listItem", content: [p("one")] }, { type: "listItem", content: [withAttrs(p(cut("two", "cit", "d")), { endDeleted: stamp("cit", "d") })] }] },
        p("Between."),
        callout("note", withAttrs(p(put("Ask.", "cit", "e")), { endInserted: stamp("cit", "e") }), p("Wait.")),
      ),
    ]);
    expect(got.told).toHaveLength(8);
    expect(got.toldBack).toEqual(got.told);
  });

  it("rows and columns", async () => {
    const rows = table(["Role", "From"], ["Officer", "Police"], ["Peer", "NAMI"]);
    const [head, first, second] = rows.content ?? [];
    const third: DocumentNode = { ...(second as DocumentNode), content: second?.content?.map((cell, each) => (each === 1 ? withAttrs(cell, { removed: stamp("cit", "c") }) : cell)) };
    const got = await there([clause("c1", "Team", { type: "table", content: [head as DocumentNode, withAttrs(first as DocumentNode, { removed: stamp("advocate", "a") }), withAttrs(second as DocumentNode, { added: stamp("cit", "b") }), third] })]);
    expect(got.told).toHaveLength(3);
    expect(got.toldBack).toEqual(got.told);
  });

  it("whole clauses added, removed and moved, with what is below them", async () => {
    const got = await there([
      clause("c1", "Purpose", p("Care.")),
      withAttrs(clause("c2", "Team", p("Two."), table(["Role"], ["Officer"]), clause("c2a", "Peers", bullets("one"))), { removed: stamp("advocate", "a") }),
      withAttrs(clause("c3", "Hours", p("Day and night."), clause("c3a", "Nights", p("Two."))), { added: stamp("cit", "b") }),
      clause("c4", "Scope", p("Everybody."), { type: "clauseMove", attrs: { clause: "c5", added: stamp("cit", "c") } }),
      clause("c5", "Reports", p("By ", put("the end of ", "advocate", "d"), "the shift."), clause("c5a", "Late", p("Say why."))),
    ]);
    expect(got.told).toHaveLength(4);
    expect(got.toldBack).toEqual(got.told);
  });

  it("comments with their answers, on words, across paragraphs, and on words that are gone", async () => {
    const said = (author: string, body: string) => ({ author, at, body });
    const threads: WordThread[] = [
      { id: "t1", clauseId: "c1", quote: "", comments: [said("Dana Whitfield", "Why “shall”?"), said("Marcus Reyes", "The law says so.\nSee the code.")] },
      { id: "t2", clauseId: "c1", quote: "", comments: [said("Marcus Reyes", "Long.")] },
      { id: "t3", clauseId: "c2", quote: "within an hour", comments: [said("Dana Whitfield", "Too late.")] },
    ];
    const got = await there([clause("c1", "Purpose", p("Officers ", marked("shall", on("t1"), on("t2")), marked(" wait.", on("t2"))), p(marked("Then ", on("t2")), "go.")), clause("c2", "Scope", p("All."))], threads);
    expect(got.comments.map(({ author, body, quote, replies }) => ({ author, body, quote, replies }))).toEqual([
      { author: "Dana Whitfield", body: "Why “shall”?", quote: "shall", replies: [said("Marcus Reyes", "The law says so.\nSee the code.")] },
      { author: "Marcus Reyes", body: "Long.", quote: "shall wait. Then", replies: [] },
      { author: "Dana Whitfield", body: "On “within an hour”, which the text no longer says: Too late.", quote: "", replies: [] },
    ]);
    expect(got.origin).toEqual({ draftId: "0198c1de-0000-7000-8000-000000000001", version: 12 });
  });

  it("says as a comment what Word cannot track", async () => {
    const link = { type: "suggestedLink", attrs: { ...by("advocate", "a"), href: "https://example.org/" } };
    const got = await there([clause("c1", "Purpose", p("See ", marked("the code", link), "."))]);
    expect(got.comments).toMatchObject([{ author: "Dana Whitfield", quote: "the code", body: "Suggestion: link this to https://example.org/" }]);
  });
});
