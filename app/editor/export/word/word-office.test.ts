import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ImportedText, importDocx } from "../../import/docx";
import { replyOnto } from "../../import/reply";
import { wordPolicies } from "../../import/word-policies-in-test";
import { Node } from "@tiptap/pm/model";
import { Transform } from "@tiptap/pm/transform";
import { clausesOf } from "../../numbering";
import { documentSchema } from "../../schema/document-schema";
import { pendingSuggestions } from "../../suggestions/pending";
import type { DocumentNode } from "../../schema/document-node";
import { clause, marked, p, policies, see, table } from "./policies-in-test";
import { wordFile } from "./word-file";
import type { WordText } from "./word-text";

const office = (process.env.PATH ?? "").split(path.delimiter).map((folder) => path.join(folder, "soffice")).find(existsSync) ?? null;
if (!office) console.warn("SKIPPED: LibreOffice is not installed here, so our Word files are not read back by another program in this run.");

const at = "2026-03-03T10:00:00Z";
const by = (author: string, id: string) => ({ id, author, at });
const plain = (title: string, content: DocumentNode): WordText => ({ title, content, header: `Riverton CIT Program · ${title}`, footer: "Edition 2", facts: ["Number: CIT-101, edition 2"], approval: ["Adopted by Riverton Police"], names: { advocate: "Dana Whitfield", cit: "Marcus Reyes" }, threads: [], origin: null, madeAt: at });

describe.skipIf(!office)("LibreOffice reads our Word files", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "concord-office-"));
  });
  afterAll(async () => rm(folder, { recursive: true, force: true }));

  /** Each file as LibreOffice writes it again. */
  async function converted(files: readonly (WordText | Uint8Array)[], to: string): Promise<Buffer[]> {
    const names = files.map((_, each) => `policy-${each}`);
    await Promise.all(files.map(async (file, each) => writeFile(path.join(folder, `${names[each]}.docx`), file instanceof Uint8Array ? file : await wordFile(file))));
    const out = path.join(folder, to.split(":")[0] ?? to);
    const profile = pathToFileURL(path.join(folder, "profile")).href;
    await promisify(execFile)(office ?? "", ["--headless", "--norestore", `-env:UserInstallation=${profile}`, "--convert-to", to, "--outdir", out, ...names.map((name) => path.join(folder, `${name}.docx`))], { timeout: 110_000 });
    return Promise.all(names.map((name) => readFile(path.join(out, `${name}.${to.split(":")[0]}`))));
  }

  it("ten policies keep their clauses, numbers, lists, tables, footnotes and references on the way through it", { timeout: 120_000 }, async () => {
    const files = await converted(policies.map(({ title, content }) => plain(title, content)), "docx");
    for (const [each, file] of files.entries()) {
      const policy = policies[each];
      const back = await importDocx(file);
      if (!back.ok || !policy) throw new Error(back.ok ? "There is no such policy." : back.reason);
      expect(outline(back.content), policy.title).toEqual(outline(policy.content));
      expect(back.report.title).toBe(policy.title);
    }
  });

  it("ten policies made in Word, as we write them again, keep their structure, suggestions and comments on the way through it", { timeout: 120_000 }, async () => {
    const texts = await Promise.all(wordPolicies.map(async ({ title, file }) => {
      const read = await importDocx(file);
      if (!read.ok) throw new Error(read.reason);
      const threads = read.comments.map(({ key, author, at: when, body, replies }) => ({ id: key, clauseId: null, quote: "", comments: [{ author, at: when, body }, ...replies] }));
      return { ...read, asOurs: { ...plain(title, read.content), threads } };
    }));
    const files = await converted(texts.map(({ asOurs }) => asOurs), "docx");
    for (const [each, file] of files.entries()) {
      const [before, back] = [texts[each], await importDocx(file)];
      if (!back.ok || !before) throw new Error(back.ok ? "There is no such policy." : back.reason);
      expect(outline(back.content), before.asOurs.title).toEqual(outline(before.content));
      expect(back.report.understood.suggestions, before.asOurs.title).toBe(before.report.understood.suggestions);
      expect(said(back), before.asOurs.title).toEqual(said(before));
    }
  });

  it("stores an answer of which the same suggestions and comments come back, a moved clause too", { timeout: 120_000 }, async () => {
    const attorney = (id: string) => ({ id, author: "word:City Attorney", at });
    const [put, cut] = [(words: string, id: string) => marked(words, { type: "insertion", attrs: attorney(id) }), (words: string, id: string) => marked(words, { type: "deletion", attrs: attorney(id) })];
    const team = clause("o2", "Team", table(["Role", "From"], ["Officer", "Police"]));
    const review = clause("o3", "Review", p("Each year."));
    const sent = Node.fromJSON(documentSchema, { type: "doc", content: [clause("o1", "Purpose", p("Officers shall wait."), p("Nobody is left alone.")), team, review] });
    const worked = [
      clause("o1", "Purpose", p("Officers ", cut("shall", "a"), put("may", "a"), " wait."), p(marked("Nobody", { type: "comment", attrs: { thread: "t" } }), " is left alone", put(" at night", "b"), ".")),
      { ...clause("o4", "Hours", p("Day and night.")), attrs: { id: "o4", added: JSON.stringify(attorney("c")) } },
      team,
      review,
      { type: "clauseMove", attrs: { clause: "o2", added: JSON.stringify(attorney("d")) } },
    ];
    const threads = [{ id: "t", clauseId: "o1", quote: "Nobody", comments: [{ author: "City Attorney", at, body: "Nobody at all?" }] }];
    const [file] = await converted([{ ...plain("Transport", { type: "doc", content: worked }), threads }], "docx");
    const read = await importDocx(file ?? Buffer.alloc(0));
    if (!read.ok) throw new Error(read.reason);
    const reply = replyOnto(sent, read, () => false, (key) => key, { author: "word:Unknown", at });
    const tr = new Transform(sent);
    for (const { step } of reply.changes) tr.step(step);
    expect(reply.unplaced).toEqual([]);
    expect(pendingSuggestions(tr.doc).map(({ author, words }) => `${author} ${words}`)).toEqual([
      "word:City Attorney replaces “shall” with “may”",
      "word:City Attorney inserts “at night”",
      "word:City Attorney adds clause Hours",
      "word:City Attorney moves clause 3 below 4",
    ]);
    expect(read.comments.map(({ author, quote, body }) => `${author} on “${quote}”: ${body}`)).toEqual(["City Attorney on “Nobody”: Nobody at all?"]);
    expect(reply.anchored.size).toBe(1);
  });

  it("shows headings, lists, tables, footnotes, tracked changes with their authors, and comments", { timeout: 120_000 }, async () => {
    const content: DocumentNode = {
      type: "doc",
      content: [
        clause("c1", "Purpose", p("Officers ", marked("shall", { type: "deletion", attrs: by("advocate", "a") }), marked("may", { type: "insertion", attrs: by("advocate", "a") }), " wait ", marked("here", { type: "comment", attrs: { thread: "t1" } }), { type: "footnote", attrs: { text: "At the door." } }, "."), clause("c1a", "Scope", p("See ", see("c1"), "."))),
        clause("c2", "Team", table(["Role", "From"], ["Officer", "Police"]), { type: "bulletList", content: [{ type: "listItem", content: [p("one")] }] }),
        { ...clause("c3", "Hours", p("Day and night.")), attrs: { id: "c3", added: JSON.stringify(by("cit", "b")) } },
      ],
    };
    const threads = [{ id: "t1", clauseId: "c1", quote: "", comments: [{ author: "Dana Whitfield", at, body: "Where is that?" }, { author: "Marcus Reyes", at, body: "At the door." }] }];
    const [file] = await converted([{ ...plain("Transport", content), threads }], "fodt");
    const xml = (file ?? Buffer.alloc(0)).toString();
    const heads = [...xml.matchAll(/<text:h [^>]*text:outline-level="(\d)"[^>]*>(.*?)<\/text:h>/gs)].map(([, level, words]) => `${level} ${(words ?? "").replace(/<[^>]*>/g, "").trim()}`);
    expect(heads).toEqual(["1 Purpose", "2 Scope", "1 Team", "1 Hours"]);
    const changes = [...xml.matchAll(/<text:(insertion|deletion)>.*?<dc:creator>(.*?)<\/dc:creator>\s*<dc:date>(.*?)<\/dc:date>/gs)].map(([, kind, who, when]) => `${kind} by ${who} at ${(when ?? "").slice(0, 16)}`);
    expect([...new Set(changes)].sort()).toEqual(["deletion by Dana Whitfield at 2026-03-03T10:00", "insertion by Dana Whitfield at 2026-03-03T10:00", "insertion by Marcus Reyes at 2026-03-03T10:00"]);
    const comments = [...xml.matchAll(/<office:annotation .*?<dc:creator>(.*?)<\/dc:creator>.*?<text:p[^>]*>(.*?)<\/text:p>/gs)].map(([, who, words]) => `${who}: ${(words ?? "").replace(/<[^>]*>/g, "")}`);
    expect(comments.sort()).toEqual(["Dana Whitfield: Where is that?", "Marcus Reyes: At the door."]);
    expect(xml).toMatch(/<text:note [^>]*text:note-class="footnote"/);
    expect(xml).toMatch(/<table:table-header-rows>/);
    expect(xml).toMatch(/<text:bookmark-ref text:reference-format="(number|chapter)[^"]*" text:ref-name="clause_c1">1<\/text:bookmark-ref>/);
    expect(xml).toMatch(/<text:list /);
  });
});

/** Comments as far as LibreOffice keeps them: it makes an answer a comment of its own. */
function said({ comments }: ImportedText): string[] {
  return comments.flatMap(({ author, body, quote, replies }) => [`${author} on “${quote}”: ${body}`, ...replies.map((each) => `${each.author} on “${quote}”: ${each.body}`)]).sort();
}

/** Clauses with their numbers, and the shape and words of what is in them. */
function outline(content: DocumentNode): unknown[] {
  return clausesOf(content).map(({ id, number, title, ownContent }) => [id, number, title, ...ownContent.slice(1).map(shape)]);
}

function shape(node: DocumentNode): unknown {
  if (node.type === "paragraph") return (node.content ?? []).map((child) => (child.type === "footnote" ? `[note: ${String(child.attrs?.text)}]` : child.type === "crossReference" ? `[see ${String(child.attrs?.clause)}]` : child.type === "hardBreak" ? "/" : child.text)).join("");
  const attrs = ["start", "tone", "colspan", "rowspan"].flatMap((name) => (node.attrs?.[name] === undefined ? [] : [`${name} ${String(node.attrs[name])}`]));
  return [node.type, ...attrs, ...(node.content ?? []).map(shape)];
}
