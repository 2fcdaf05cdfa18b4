import { describe, expect, it } from "vitest";
import { importDocx } from "../../import/docx";
import { clauseNumbers } from "../../numbering";
import { policies } from "./policies-in-test";
import { wordFile } from "./word-file";
import type { WordText } from "./word-text";
import { bare } from "./word-in-test";

const plain = (title: string, content: WordText["content"]): WordText => ({ title, content, header: `Riverton CIT Program · ${title}`, footer: "Edition 2", facts: ["Number: CIT-101, edition 2"], approval: ["Adopted by Riverton Police on March 3, 2026"], names: {}, threads: [], origin: null, madeAt: "2026-03-03T10:00:00.000Z" });

describe("a policy goes out as a Word file and comes back", () => {
  it.each(policies)("$title: the same clauses, lists, tables, footnotes and references", async ({ title, content }) => {
    const back = await importDocx(await wordFile(plain(title, content)));
    if (!back.ok) throw new Error(back.reason);
    expect(bare(back.content)).toEqual(bare(content));
    expect(clauseNumbers(back.content)).toEqual(clauseNumbers(content));
    expect(back.report.title).toBe(title);
    expect(back.report.guesses).toEqual([]);
    expect(back.report.notUnderstood.map(({ what }) => what).sort()).toEqual(["line about the text as a whole, such as its number and who approved it", expect.stringMatching(/^page header or footer: “CIT-?|^page header or footer: “/), expect.stringMatching(/^page header or footer: “Riverton CIT Program/)]);
  });
});
