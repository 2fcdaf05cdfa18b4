import { describe, expect, it } from "vitest";
import { bare } from "../export/word/word-in-test";
import { wordFile } from "../export/word/word-file";
import type { WordText } from "../export/word/word-text";
import { clauseNumbers, clausesOf } from "../numbering";
import { documentSchema } from "../schema/document-schema";
import { readDocument } from "../schema/read-document";
import { pendingSuggestions } from "../suggestions/pending";
import { type ImportedText, importDocx } from "./docx";
import { wordPolicies } from "./word-policies-in-test";

const at = "2026-03-09T10:00:00.000Z";

async function read(file: Uint8Array): Promise<ImportedText> {
  const got = await importDocx(file, new Date(at));
  if (!got.ok) throw new Error(got.reason);
  expect(readDocument(got.content)).toMatchObject({ ok: true });
  return got;
}

const outlineOf = ({ content }: ImportedText) => clausesOf(content).map(({ number, title }) => `${number} ${title}`);
const commentsOf = ({ comments }: ImportedText) => comments.map(({ author, quote, body, replies, resolved }) => `${author} on “${quote}”: ${[body, ...replies.map((each) => each.body)].join(" / ")}${resolved ? " (resolved)" : ""}`);

function suggestionsOf({ content }: ImportedText): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { author } of pendingSuggestions(documentSchema.nodeFromJSON(content))) counts[author.slice(5)] = (counts[author.slice(5)] ?? 0) + 1;
  return counts;
}

/** As our own export writes it again, with the names that the file gave. */
function asOurs(title: string, { content, comments }: ImportedText): WordText {
  const threads = comments.map(({ key, author, at: when, body, replies }) => ({ id: key, clauseId: null, quote: "", comments: [{ author, at: when, body }, ...replies] }));
  return { title, content, header: title, footer: "Edition 1", facts: [], approval: [], names: {}, threads, origin: null, madeAt: at };
}

describe("a policy made in Word becomes a text and goes to Word again:", () => {
  it.each(wordPolicies)("$title", async ({ title, file, outline, suggestions = {}, comments = [], notes = 0, missed = [] }) => {
    const text = await read(file);
    expect(text.report.title).toBe(title);
    expect(outlineOf(text)).toEqual(outline);
    expect(suggestionsOf(text)).toEqual(suggestions);
    expect(commentsOf(text)).toEqual(comments);
    expect(text.report.understood.footnotes).toBe(notes);
    expect(text.report.notUnderstood.map(({ what }) => what).sort()).toEqual([...missed].sort());

    const back = await read(await wordFile(asOurs(title, text)));
    expect(clauseNumbers(back.content)).toEqual(clauseNumbers(text.content));
    expect(withoutIds(back.content)).toEqual(withoutIds(text.content));
    expect(suggestionsOf(back)).toEqual(suggestions);
    expect(commentsOf(back)).toEqual(comments.map((each) => each.replace(" (resolved)", "")));
  });
});

/** Suggestions and threads get ids of their own each time a file is read. */
function withoutIds(content: ImportedText["content"]): unknown {
  return JSON.parse(JSON.stringify(bare(content)).replace(/(\\?"id\\?":\\?")[\w-]{12}(\\?")/g, "$1$2").replace(/"thread":"[^"]*"/g, '"thread":""')) as unknown;
}
