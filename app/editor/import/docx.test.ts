import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { clausesOf } from "../numbering";
import type { DocumentNode } from "../schema/document-node";
import { readDocument } from "../schema/read-document";
import { importDocx } from "./docx";
import { relation, wordParts, zip } from "./zip-in-test";

const real = fileURLToPath(new URL("../../../../shared/reference/policies/off-duty-interventions-2020-07-14.docx", import.meta.url));
const run = (text: string, letters = "") => `<w:r><w:rPr>${letters}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const p = (text: string, properties = "", letters = "") => `<w:p><w:pPr>${properties}</w:pPr>${text.startsWith("<") ? text : run(text, letters)}</w:p>`;
const styled = (style: string, text: string) => p(text, `<w:pStyle w:val="${style}"/>`);
const bold = (text: string) => p(text, "", "<w:b/>");
const listed = (level: number, text: string) => p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`);
const imported = async (body: string, links = "") => {
  const got = await importDocx(zip(wordParts(body, links)));
  if (!got.ok) throw new Error(got.reason);
  expect(readDocument(got.content)).toMatchObject({ ok: true });
  return { ...got, outline: clausesOf(got.content).map(({ number, title }) => `${number} ${title}`) };
};
const blocksOf = (content: DocumentNode, at = 0) => clausesOf(content)[at]?.ownContent.slice(1) ?? [];

describe("importing a Word file", () => {
  it.skipIf(!existsSync(real))("reads the real policy (left out where ../shared is absent)", async () => {
    const got = await importDocx(readFileSync(real));
    if (!got.ok) throw new Error(got.reason);
    expect(got.report).toEqual({
      title: "Off-duty interventions",
      understood: { clauses: 11, paragraphs: 15, lists: 4, tables: 0, links: 3, footnotes: 0, references: 0, suggestions: 0, comments: 0 },
      notUnderstood: [],
      guesses: [],
    });
    const clauses = clausesOf(got.content);
    expect(clauses.map(({ number, title }) => `${number} ${title}`)).toEqual([
      "1 Policy statement and principles",
      "1.1 What",
      "1.2 Why",
      "1.3 How",
      "2 Use sound judgement",
      "3 Consider these factors",
      "4 If you decide to intervene",
      "5 On-duty constables assume responsibility",
      "6 Supervisor responsibility",
      "7 Arrest",
      "8 Reporting use of force/tactical options use",
    ]);
    expect(clauses[5]?.text).toMatch(/Note: The key question/);
    expect(clauses[6]?.text).toMatch(/Warning: If you have to use reasonable force/);
    expect(blocksOf(got.content, 5)[1]).toMatchObject({ type: "bulletList", content: { length: 7 } });
    expect(JSON.stringify(got.content)).toContain('"href":"http://tenone.police.govt.nz/pi/positional-asphyxia"');
  });

  it("makes clauses of heading styles, also inherited ones, and takes the title apart", async () => {
    const body = styled("Title", "Policy 418") + p("Before all.") + styled("H1", "Purpose") + p("Care.") + styled("H2", "Scope") + styled("Mine", "Transport") + styled("H1", "4.2 Records");
    const { outline, report } = await imported(body);
    expect(report.title).toBe("Policy 418");
    expect(outline).toEqual(["1 ", "2 Purpose", "2.1 Scope", "2.2 Transport", "3 Records"]);
    expect(report.guesses).toEqual([{ clauseTitle: "Records", why: "The typed number “4.2” was left out, because numbers are computed." }]);
  });

  it("guesses headings from short bold paragraphs, says so, and leaves notes and sentences alone", async () => {
    const body = bold("Purpose") + p("Care.") + bold("Note: call first") + bold("Officers shall never leave a person alone.") + bold("2.1 Scope");
    const { outline, report, content } = await imported(body);
    expect(outline).toEqual(["1 Purpose", "1.1 Scope"]);
    expect(blocksOf(content)).toHaveLength(3);
    expect(report.guesses.map(({ clauseTitle }) => clauseTitle)).toEqual(["Purpose", "Scope", "Scope"]);
  });

  it("nests lists, goes on counting after a paragraph, and keeps letters bold, italic and underlined", async () => {
    const body = listed(0, "one") + listed(1, "below") + listed(0, "two") + p(run("a ", "<w:b/>") + run("b", "<w:i/><w:u w:val='single'/>")) + listed(0, "three");
    const blocks = blocksOf((await imported(body)).content);
    expect(blocks[0]).toMatchObject({ type: "orderedList", content: [{ content: [{ type: "paragraph" }, { type: "bulletList" }] }, {}] });
    expect(blocks[1]?.content).toEqual([
      { type: "text", text: "a ", marks: [{ type: "bold" }] },
      { type: "text", text: "b", marks: [{ type: "italic" }, { type: "underline" }] },
    ]);
    expect(blocks[2]).toMatchObject({ type: "orderedList", attrs: { start: 3 } });
  });

  it("raises list entries below the fifth level, also in a table on the fourth level, and says so", async () => {
    const headings = [0, 1, 2, 3].map((level) => p(`Part ${level}`, `<w:outlineLvl w:val="${level}"/>`)).join("");
    const entries = Array.from({ length: 9 }, (_, level) => listed(level, `entry ${level}`)).join("");
    const { content, report } = await imported(`${p("Also", '<w:outlineLvl w:val="0"/>')}${headings}<w:tbl><w:tr><w:tc>${entries}</w:tc></w:tr></w:tbl>`);
    expect(clausesOf(content).at(-1)?.text.split("\n")).toHaveLength(9);
    expect(report.notUnderstood).toMatchObject([{ what: "list entry below the fifth level (raised to it)", count: 4 }]);
  });

  it("reads tables with merged cells and fills the missing ones", async () => {
    const cell = (text: string, properties = "") => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`;
    const rows = [
      `<w:trPr><w:tblHeader/></w:trPr>${cell("Head", '<w:gridSpan w:val="2"/>')}`,
      cell("tall", '<w:vMerge w:val="restart"/>') + cell("x"),
      cell("", "<w:vMerge/>") + cell("y"),
      cell("short"),
    ];
    const { content, report } = await imported(`<w:tbl>${rows.map((row) => `<w:tr>${row}</w:tr>`).join("")}</w:tbl>`);
    const [table] = blocksOf(content);
    expect(table?.content?.map((row) => row.content?.map(({ type, attrs }) => `${type} ${attrs?.colspan}x${attrs?.rowspan}`))).toEqual([
      ["tableHeader 2x1"],
      ["tableCell 1x2", "tableCell 1x1"],
      ["tableCell 1x1"],
      ["tableCell 1x1", "tableCell 1x1"],
    ]);
    expect(report.understood.tables).toBe(1);
  });

  it("keeps good links, and tells of bad and inner ones", async () => {
    const link = (attribute: string, text: string) => `<w:hyperlink ${attribute}>${run(text)}</w:hyperlink>`;
    const body = p(link('r:id="good"', "manual") + link('r:id="bad"', "trap") + link('w:anchor="_Toc1"', "above"));
    const { content, report } = await imported(body, relation("good", "hyperlink", "https://example.org/") + relation("bad", "hyperlink", "javascript:alert(1)"));
    expect(JSON.stringify(content).match(/"href":"[^"]*"/g)).toEqual(['"href":"https://example.org/"']);
    expect(JSON.stringify(content)).toContain("trap");
    expect(report.notUnderstood.map(({ what }) => what)).toEqual([
      "link to an address that is not allowed (its text is kept)",
      "link inside the file (its text is kept)",
    ]);
  });

  it("takes tracked changes of letters as suggestions of the person named in the file", async () => {
    const change = (name: string, author: string, content: string) => `<w:${name} w:id="1" w:author="${author}" w:date="2026-03-03T10:00:00Z">${content}</w:${name}>`;
    const gone = (text: string) => run(text).replaceAll("w:t", "w:delText");
    const words = `${run("Officers ")}${change("del", "R. Diaz", gone("shall"))}${change("ins", "R. Diaz", run("may"))}${run(" wait")}${change("ins", "M. Chen", run(" here"))}${run(".")}`;
    const { content, report } = await imported(styled("H1", "Transport") + p(words));
    const letters = blocksOf(content)[0]?.content ?? [];
    expect(letters.map(({ text, marks }) => [text, ...(marks ?? []).map(({ type, attrs }) => `${type} by ${attrs?.author} at ${attrs?.at}`)])).toEqual([
      ["Officers "],
      ["shall", "deletion by word:R. Diaz at 2026-03-03T10:00:00.000Z"],
      ["may", "insertion by word:R. Diaz at 2026-03-03T10:00:00.000Z"],
      [" wait"],
      [" here", "insertion by word:M. Chen at 2026-03-03T10:00:00.000Z"],
      ["."],
    ]);
    expect(letters[1]?.marks?.[0]?.attrs?.id).toBe(letters[2]?.marks?.[0]?.attrs?.id);
    expect(letters[4]?.marks?.[0]?.attrs?.id).not.toBe(letters[2]?.marks?.[0]?.attrs?.id);
    expect(report.understood.suggestions).toBe(2);
    expect(report.notUnderstood).toEqual([]);
  });

  it("lists what it does not understand with the place, and loses no text around it", async () => {
    const odd = ["<w:drawing/>", "<w:drawing><w:txbxContent/></w:drawing>", "<w:footnoteReference/>", "<w:commentReference/>", "<w:object/>", "<w:strange/>"];
    const field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>7</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';
    const body = styled("H1", "Odd") + styled("T1", "Odd 1") + p(`${run("Page ")}${field}${odd.map((part) => `<w:r>${part}</w:r>`).join("")}<m:oMath/>`);
    const { content, report } = await imported(body);
    expect(clausesOf(content)[0]?.text).toBe("Page 7");
    expect(report.notUnderstood.every(({ where, count }) => where === "Odd" && count === 1)).toBe(true);
    expect(report.notUnderstood.map(({ what }) => what).sort()).toEqual(
      ["comment without words", "embedded object", "equation", "field (its last shown text is kept)", "footnote without words", "image", "line of a table of contents", "text box (its words stand behind the paragraph)", "unknown element w:strange"],
    );
  });
});

describe("refusing a file, in one sentence and at once", () => {
  const parts = wordParts(p("Text."));
  const replaced = (name: string, content: string | Buffer, more = {}) => zip([...parts.filter((part) => part.name !== name), { name, content, ...more }]);
  const ole = (text: string) => Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600), Buffer.from(text, "utf16le")]);
  const zeros = (megabytes: number) => Buffer.alloc(megabytes * 1_000_000, " ");
  const chunky = Buffer.concat(Array.from({ length: 750 }, () => [randomBytes(50).toString("hex"), " ".repeat(9900)]).flat().map((text) => Buffer.from(text)));
  const doctype = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document>&e;</w:document>';
  const hollow = '<w:document xmlns:w="w"><w:body/></w:document>';
  const deep = `<w:document xmlns:w="w"><w:body>${"<w:sdt>".repeat(20_000)}${"</w:sdt>".repeat(20_000)}</w:body></w:document>`;
  const outside = (type: string, name: string) => () => zip([...parts.filter((part) => part.name !== name), { name, content: `<Relationships>${relation("r1", type, "http://evil.example/x")}</Relationships>` }]);

  it.each<[string, RegExp, () => Uint8Array]>([
    ["no bytes", /empty/, () => new Uint8Array()],
    ["a text file", /not a Word file/, () => Buffer.from("Policy 418")],
    ["a PDF", /not a Word file/, () => Buffer.from("%PDF-1.7\n")],
    ["another zip", /no main part/, () => zip([{ name: "xl/workbook.xml", content: "<x/>" }])],
    ["an old Word file", /old Word file/, () => ole("WordDocument")],
    ["a file with a password", /password/, () => ole("EncryptedPackage")],
    ["a zip with a locked part", /password/, () => replaced("word/document.xml", "x", { encrypted: true })],
    ["more than 20 MB", /20 MB/, () => Buffer.alloc(20_000_001)],
    ["a bomb that says so", /100 MB/, () => zip([...parts, ...[1, 2, 3].map((at) => ({ name: `word/media/${at}.bin`, content: zeros(40) }))])],
    ["a bomb that lies about its size", /200 times/, () => replaced("word/document.xml", zeros(7), { claims: 1000 })],
    ["a huge part that lies about its size", /(200 times|8 MB)/, () => replaced("word/document.xml", zeros(60), { claims: 1000 })],
    ["many parts that lie about their size", /100 MB/, () => zip([...parts, ...Array.from({ length: 14 }, (_, at) => ({ name: `x/${at}.xml`, content: chunky, claims: 1000 }))])],
    ["a picture that packs too well", /200 times/, () => zip([...parts, { name: "word/media/1.bmp", content: zeros(9) }])],
    ["more than 2,000 parts", /2,000 parts/, () => zip([...parts, ...Array.from({ length: 2000 }, (_, at) => ({ name: `x${at}`, content: "" }))])],
    ["a part with too much text", /8 MB/, () => replaced("word/document.xml", randomBytes(4_500_000).toString("hex"))],
    ["relations without end", /relations/, () => zip([...parts, ...[1, 2].map((at) => ({ name: `x/${at}.rels`, content: randomBytes(600_000).toString("hex") }))])],
    ["one part twice", /twice/, () => zip([...parts, ...parts])],
    ["a path out of the file", /damaged/, () => zip([...parts, { name: "../../etc/passwd", content: "x" }])],
    ["an external entity", /entities/, () => replaced("word/document.xml", doctype)],
    ["an external entity in a part that is not read", /entities/, () => replaced("word/footnotes.xml", doctype)],
    ["an external entity in UTF-16", /entities/, () => replaced("word/document.xml", Buffer.from(`\ufeff${doctype}`, "utf16le"))],
    ["an external image", /outside itself \(image\)/, outside("image", "word/_rels/document.xml.rels")],
    ["an external template", /outside itself \(attachedTemplate\)/, outside("attachedTemplate", "word/_rels/settings.xml.rels")],
    ["an external object", /outside itself \(oleObject\)/, outside("oleObject", "word/_rels/header1.xml.rels")],
    ["XML that is not well formed", /well-formed/, () => replaced("word/document.xml", "<w:document><w:body></w:document>")],
    ["letters that are no text", /not text/, () => replaced("word/document.xml", Buffer.from([0x3c, 0xff, 0xc0]))],
    ["a file cut off", /damaged/, () => zip(parts).slice(0, 900)],
    ["a file with macros", /macros/, () => zip([...parts, { name: "word/vbaProject.bin", content: "x" }])],
    ["a file that calls itself one with macros", /macros/, () => replaced("[Content_Types].xml", '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>')],
    ["a file that calls itself something else", /something else/, () => replaced("[Content_Types].xml", '<Types><Override PartName="/word/document.xml" ContentType="text/html"/></Types>')],
    ["a file that does not say what it is", /something else/, () => zip(parts.slice(1))],
    ["a file without text", /no text/, () => replaced("word/document.xml", hollow)],
    ["parts nested 20,000 levels deep", /./, () => replaced("word/document.xml", deep)],
  ])("%s", async (_what, reason, build) => {
    const got = await importDocx(build());
    expect(got).toMatchObject({ ok: false, reason: expect.stringMatching(reason) });
    expect(got.ok ? "" : got.reason).toMatch(/^[A-Z][^\n]*\.$/);
  });
});
