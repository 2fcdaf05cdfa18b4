import { describe, expect, it } from "vitest";
import { readDocument } from "../schema/read-document";
import { documentInTest, exportedInTest } from "./exported-in-test";
import { htmlOf } from "./html/html-of";
import { markdownOf } from "./markdown/markdown-of";

const hostile = (words: string) => ({
  ...exportedInTest,
  title: words,
  content: { type: "doc", content: [{ type: "clause", attrs: { id: "c1" }, content: [{ type: "clauseTitle", content: [{ type: "text", text: words }] }, { type: "paragraph", content: [{ type: "text", text: words, marks: [{ type: "link", attrs: { href: "javascript:alert(1)" } }] }, { type: "footnote", attrs: { text: words } }] }] }] },
});

it("the text of these tests is a text that the house accepts", () => {
  expect(readDocument(documentInTest)).toMatchObject({ ok: true });
});

describe("a text as Markdown", () => {
  const written = markdownOf(exportedInTest);

  it("begins with what it is, and keeps headings with their numbers, lists, tables, callouts, notes and references", () => {
    expect(written).toMatch(/^# Response to persons in crisis\n\nRiverton CIT \(sample\)\. Edition 2\.\n\n- \*\*Number:\*\* CIT-101, edition 2\n/);
    for (const part of ["## 1 Purpose", "### 2.1 Transport", "see 2.1.[^1]", "[^1]: Program charter, section 4.", "> **Important**\n>\n> Call the crisis line", "- Keep the engine off.\n  1. First this.\n  2. Then *that*.[^2]", "| Time | Who answers | Where to |\n| --- | --- | --- |\n| 0:00 |", "**person in crisis**", "[state law](<https://example.org/law>)", "## Approval", "| Riverton Police Department | Maria Chen | Adopted | Oct. 12, 2026 |"])
      expect(written).toContain(part);
  });

  it("lets no word become markup, and no link run anything", () => {
    const got = markdownOf(hostile('<img src=x onerror=alert(1)> [a](javascript:alert(1)) *b* `c` ![d](e)'));
    expect(got).not.toMatch(/<img|(?<!\\)\]\(|(?<!\\)`/);
    expect(got).toContain("&lt;img src=x");
    const start = (words: string) => markdownOf({ ...exportedInTest, content: { type: "doc", content: [{ type: "clause", attrs: { id: "c" }, content: [{ type: "clauseTitle" }, { type: "paragraph", content: [{ type: "text", text: words }] }] }] } });
    expect(start("# no heading")).toContain("\\# no heading");
    expect(start("1. no list")).toContain("1\\. no list");
    expect(start("- no list")).toContain("\\- no list");
  });
});

describe("a text as a page of its own", () => {
  const written = htmlOf(exportedInTest);

  it("has a language, one first heading, numbered clauses, headed tables, notes that lead back and references that lead on", () => {
    for (const part of ['<html lang="en-US">', "<h1>Response to persons in crisis</h1>", '<h3><span class="number">2.1</span> Transport</h3>', '<th scope="col"><p>Time</p></th>', '<a href="#clause-transport">2.1</a>', '<li id="note-1">Program charter, section 4.', 'href="#to-note-1"', '<aside aria-label="Important">', "<dt>Number</dt>", `SHA-256 ${exportedInTest.hash}`, "Maria Chen"]) expect(written).toContain(part);
    expect(written.match(/<h1/g)).toHaveLength(1);
  });

  it("carries no script and fetches nothing", () => {
    expect(written).not.toMatch(/<script|<link|<img|@import|url\(|\son\w+=/i);
    expect(written).toContain("default-src 'none'");
  });

  it("writes what looks like markup as the letters it is", () => {
    const got = htmlOf(hostile(`"><script>alert('x')</script><img src=x onerror=alert(1)>`));
    expect(got).not.toMatch(/<script|<img|javascript:/);
    expect(got).toContain("&lt;script&gt;");
  });
});
