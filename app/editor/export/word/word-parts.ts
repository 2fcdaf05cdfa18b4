import { originProperties, type WordText } from "./word-text";
import { wordTime } from "./word-letters";
import { element, escaped, valued } from "./xml-text";

/** The names of Word's XML that our parts use. */
export const names =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14 w15"';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const wordType = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/** A part whose root carries the names of Word. */
export function wordPart(root: string, content: string): string {
  return `${head}<w:${root} ${names}>${content}</w:${root}>`;
}

type Linked = { id: string; type: string; target: string; outside?: boolean };

/** The relations of a part. */
export function relationsPart(links: readonly Linked[]): string {
  const written = links.map(({ id, type, target, outside }) => element("Relationship", { Id: id, Type: type.includes("://") ? type : `${office}/${type}`, Target: target, ...(outside ? { TargetMode: "External" } : {}) }));
  return `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${written.join("")}</Relationships>`;
}

/** What each part of the file is. */
export function contentTypes(parts: readonly string[]): string {
  const types: Record<string, string> = { document: "document.main", styles: "styles", numbering: "numbering", settings: "settings", footnotes: "footnotes", comments: "comments", commentsExtended: "commentsExtended", header1: "header", footer1: "footer" };
  const listed = parts.flatMap((name) => {
    const type = types[/^word\/(\w+)\.xml$/.exec(name)?.[1] ?? ""];
    return type ? [element("Override", { PartName: `/${name}`, ContentType: `${wordType}.${type}+xml` })] : [];
  });
  const fixed =
    element("Default", { Extension: "rels", ContentType: "application/vnd.openxmlformats-package.relationships+xml" }) +
    element("Default", { Extension: "xml", ContentType: "application/xml" }) +
    element("Override", { PartName: "/docProps/core.xml", ContentType: "application/vnd.openxmlformats-package.core-properties+xml" }) +
    element("Override", { PartName: "/docProps/custom.xml", ContentType: "application/vnd.openxmlformats-officedocument.custom-properties+xml" });
  return `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${fixed}${listed.join("")}</Types>`;
}

/** Title, language and time; no person's name. */
export function coreProperties({ title, madeAt }: WordText): string {
  const when = (name: string) => element(name, { "xsi:type": "dcterms:W3CDTF" }, wordTime(madeAt));
  return `${head}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(title)}</dc:title><dc:language>en-US</dc:language>${when("dcterms:created")}${when("dcterms:modified")}</cp:coreProperties>`;
}

/** The working text that the file came from, for the day it comes back. */
export function customProperties({ origin }: WordText): string {
  const given: [string, string][] = origin ? [[originProperties.draft, origin.draftId], [originProperties.version, String(origin.version)]] : [];
  const written = given.map(([name, value], at) => element("property", { fmtid: "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}", pid: at + 2, name }, `<vt:lpwstr>${escaped(value)}</vt:lpwstr>`));
  return `${head}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${written.join("")}</Properties>`;
}

/** Note 1 and up; the two before them are the lines that Word draws above notes. */
export function footnotesPart(notes: readonly string[]): string {
  const line = (id: number, type: string, mark: string) => element("w:footnote", { "w:type": type, "w:id": id }, element("w:p", {}, element("w:r", {}, `<w:${mark}/>`)));
  const written = notes.map((text, at) => {
    const number = element("w:r", {}, `${element("w:rPr", {}, valued("w:rStyle", "FootnoteReference"))}<w:footnoteRef/>`);
    const lines = text.split("\n").map((words, each) => element("w:p", {}, element("w:pPr", {}, valued("w:pStyle", "FootnoteText")) + (each === 0 ? number : "") + element("w:r", {}, `<w:t xml:space="preserve">${each === 0 ? " " : ""}${escaped(words)}</w:t>`)));
    return element("w:footnote", { "w:id": at + 1 }, lines.join(""));
  });
  return wordPart("footnotes", line(-1, "separator", "separator") + line(0, "continuationSeparator", "continuationSeparator") + written.join(""));
}

/** The numbering of footnotes and fields need nothing more; tracking is on for whoever answers. */
export function settingsPart(isTracked: boolean): string {
  const notes = element("w:footnotePr", {}, element("w:footnote", { "w:id": -1 }) + element("w:footnote", { "w:id": 0 }));
  const compatibility = element("w:compat", {}, element("w:compatSetting", { "w:name": "compatibilityMode", "w:uri": "http://schemas.microsoft.com/office/word", "w:val": 15 }));
  return wordPart("settings", `${isTracked ? "<w:trackRevisions/>" : ""}${valued("w:defaultTabStop", 720)}${notes}${compatibility}`);
}

export function headerPart(words: string): string {
  return wordPart("hdr", paragraph("Header", words));
}

/** The words, line by line, and "Page 2 of 7" at the end of the last. */
export function footerPart(words: string): string {
  const field = (code: string) => element("w:fldSimple", { "w:instr": ` ${code} ` }, run("1"));
  const lines = words.split("\n").map(run).join("<w:r><w:br/></w:r>");
  const right = element("w:tabs", {}, element("w:tab", { "w:val": "right", "w:pos": 9360 }));
  return wordPart("ftr", element("w:p", {}, `${element("w:pPr", {}, valued("w:pStyle", "Footer") + right)}${lines}<w:r><w:tab/></w:r>${run("Page ")}${field("PAGE")}${run(" of ")}${field("NUMPAGES")}`));
}

/** A paragraph of plain words. */
export function paragraph(style: string, words: string): string {
  return element("w:p", {}, element("w:pPr", {}, valued("w:pStyle", style)) + run(words));
}

function run(words: string): string {
  return element("w:r", {}, `<w:t xml:space="preserve">${escaped(words)}</w:t>`);
}
