import { zip } from "./zip-in-test";

/** Pieces of a Word file as Word itself writes them, for tests. */
export const r = (text: string, form = "") => `<w:r>${form ? `<w:rPr>${form}</w:rPr>` : ""}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const isMarkup = (words: string) => words.startsWith("<");
export const p = (words: string, properties = "") => `<w:p>${properties ? `<w:pPr>${properties}</w:pPr>` : ""}${isMarkup(words) ? words : r(words)}</w:p>`;
export const h = (level: number, words: string, more = "") => p(words, `<w:pStyle w:val="Heading${level}"/>${more}`);
export const bold = (words: string) => p(r(words, "<w:b/><w:bCs/>"), "<w:spacing w:before=\"240\"/>");
export const li = (list: number, level: number, words: string, more = "") => p(words, `<w:pStyle w:val="ListParagraph"/><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>${more}`);
export const lists = { legal: 2, bullets: 3, counted: 4, countedAnew: 5 };

let changes = 100;
const signed = (author: string, day = 3) => `w:id="${(changes += 1)}" w:author="${author}" w:date="2026-03-0${day}T10:00:00Z"`;
export const ins = (author: string, words: string, form = "") => `<w:ins ${signed(author)}>${isMarkup(words) ? words : r(words, form)}</w:ins>`;
export const del = (author: string, words: string) => `<w:del ${signed(author, 4)}>${r(words).replaceAll("w:t>", "w:delText>").replaceAll("<w:t ", "<w:delText ")}</w:del>`;
export const moved = (way: "From" | "To", author: string, words: string) => `<w:move${way} ${signed(author)}>${r(words)}</w:move${way}>`;
/** What is tracked for the end of a paragraph. */
export const end = (kind: "ins" | "del" | "moveFrom" | "moveTo", author: string) => `<w:rPr><w:${kind} ${signed(author, kind === "del" ? 4 : 3)}/></w:rPr>`;
export const formed = (author: string, words: string) => `<w:r><w:rPr><w:b/><w:rPrChange ${signed(author)}><w:rPr/></w:rPrChange></w:rPr><w:t>${words}</w:t></w:r>`;

export const fn = (id: number) => `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="${id}"/></w:r>`;
export const en = (id: number) => `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:endnoteReference w:id="${id}"/></w:r>`;
export const from = (id: number) => `<w:commentRangeStart w:id="${id}"/>`;
export const to = (id: number) => `<w:commentRangeEnd w:id="${id}"/><w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="${id}"/></w:r>`;
export const control = (words: string, more = "<w:text/>") => `<w:sdt><w:sdtPr><w:id w:val="${(changes += 1)}"/>${more}</w:sdtPr><w:sdtContent>${isMarkup(words) ? words : r(words)}</w:sdtContent></w:sdt>`;
export const field = (code: string, shown: string) => `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r(shown)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
export const marked = (name: string, words: string) => `<w:bookmarkStart w:id="${(changes += 1)}" w:name="${name}"/>${r(words)}<w:bookmarkEnd w:id="${changes}"/>`;
export const box = (...paragraphs: string[]) =>
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="2000000" cy="600000"/><wp:docPr id="${(changes += 1)}" name="Text Box"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2000000" cy="600000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent>${paragraphs.map((each) => p(each)).join("")}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${paragraphs.map((each) => p(each)).join("")}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;

export const cell = (content: string, properties = "") => `<w:tc><w:tcPr><w:tcW w:w="2400" w:type="dxa"/>${properties}</w:tcPr>${content.startsWith("<w:p>") || content.startsWith("<w:sdt") ? content : p(content)}</w:tc>`;
export const row = (cells: string[], properties = "") => `<w:tr>${properties ? `<w:trPr>${properties}</w:trPr>` : ""}${cells.join("")}</w:tr>`;
export const headRow = (...words: string[]) => row(words.map((each) => cell(p(r(each, "<w:b/>")))), "<w:tblHeader/>");
export const table = (columns: number, ...rows: string[]) => `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>${'<w:gridCol w:w="2400"/>'.repeat(columns)}</w:tblGrid>${rows.join("")}</w:tbl>`;
export const tracked = (kind: "ins" | "del", author: string) => `<w:${kind} ${signed(author)}/>`;

type Comment = { id: number; author: string; says: string; answers?: number; done?: boolean };
type Made = { body: string; footnotes?: string[]; endnotes?: string[]; comments?: Comment[]; header?: string; footer?: string; links?: Record<string, string> };

const names = ["w=http://schemas.openxmlformats.org/wordprocessingml/2006/main", "r=http://schemas.openxmlformats.org/officeDocument/2006/relationships", "mc=http://schemas.openxmlformats.org/markup-compatibility/2006", "wp=http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing", "a=http://schemas.openxmlformats.org/drawingml/2006/main", "wps=http://schemas.microsoft.com/office/word/2010/wordprocessingShape", "v=urn:schemas-microsoft-com:vml", "w14=http://schemas.microsoft.com/office/word/2010/wordml", "w15=http://schemas.microsoft.com/office/word/2012/wordml"]
  .map((each) => `xmlns:${each.replace("=", '="')}"`).join(" ");
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const kinds = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/** A Word file with styles, numberings, notes, comments, a head and a foot. */
export function wordMade({ body, footnotes = [], endnotes = [], comments = [], header, footer, links = {} }: Made): Uint8Array {
  const style = (id: string, name: string, more = "", type = "paragraph") => `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`;
  const level = (at: number, format: string, text: string, more = "") => `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="${720 + at * 360}" w:hanging="360"/></w:pPr></w:lvl>`;
  const dotted = (at: number) => Array.from({ length: at + 1 }, (_, each) => `%${each + 1}`).join(".");
  const five = [0, 1, 2, 3, 4];
  const abstracts = [
    five.map((at) => level(at, "decimal", dotted(at), at < 4 ? `<w:pStyle w:val="Heading${at + 1}"/>` : "")),
    five.map((at) => level(at, "decimal", dotted(at))),
    five.map((at) => level(at, "bullet", "•")),
    five.map((at) => level(at, ["decimal", "lowerLetter", "lowerRoman"][at % 3] ?? "decimal", `%${at + 1}.`)),
  ].map((levels, id) => `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="multilevel"/>${levels.join("")}</w:abstractNum>`);
  const nums = [0, 1, 2, 3].map((id) => `<w:num w:numId="${id + 1}"><w:abstractNumId w:val="${id}"/></w:num>`).join("");
  const anew = '<w:num w:numId="5"><w:abstractNumId w:val="3"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>';
  const notes = (kind: string, all: string[]) => `<w:${kind}s ${names}><w:${kind} w:id="-1" w:type="separator"><w:p><w:r><w:separator/></w:r></w:p></w:${kind}><w:${kind} w:id="0" w:type="continuationSeparator"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:${kind}>${all.map((words, at) => `<w:${kind} w:id="${at + 1}"><w:p><w:r><w:${kind}Ref/></w:r>${isMarkup(words) ? words : r(` ${words}`)}</w:p></w:${kind}>`).join("")}</w:${kind}s>`;
  const remarks = comments.map(({ id, author, says }) => `<w:comment w:id="${id}" w:author="${author}" w:date="2026-03-05T1${id}:00:00Z" w:initials="X"><w:p w14:paraId="0000000${id}"><w:r><w:annotationRef/></w:r>${r(says)}</w:p></w:comment>`);
  const states = comments.map(({ id, answers, done }) => `<w15:commentEx w15:paraId="0000000${id}"${answers === undefined ? "" : ` w15:paraIdParent="0000000${answers}"`} w15:done="${done ? 1 : 0}"/>`);
  const more: [string, string, string | null][] = [
    ["footnotes", "footnotes", footnotes.length ? notes("footnote", footnotes) : null],
    ["endnotes", "endnotes", endnotes.length ? notes("endnote", endnotes) : null],
    ["comments", "comments", comments.length ? `<w:comments ${names}>${remarks.join("")}</w:comments>` : null],
    ["header1", "header", header ? `<w:hdr ${names}>${p(header)}</w:hdr>` : null],
    ["footer1", "footer", footer ? `<w:ftr ${names}>${p(footer)}</w:ftr>` : null],
    ["commentsExtended", "commentsExtended", comments.length ? `<w15:commentsEx ${names}>${states.join("")}</w15:commentsEx>` : null],
  ];
  const there = more.filter((each): each is [string, string, string] => each[2] !== null);
  const section = `<w:sectPr>${header ? '<w:headerReference w:type="default" r:id="header1"/>' : ""}${footer ? '<w:footerReference w:type="default" r:id="footer1"/>' : ""}<w:pgSz w:w="12240" w:h="15840"/></w:sectPr>`;
  const typeOf = (kind: string) => (kind === "commentsExtended" ? "application/vnd.openxmlformats-officedocument.wordprocessingml.commentsExtended+xml" : `${kinds}.${kind}+xml`);
  const parts: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${kinds}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${kinds}.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="${kinds}.numbering+xml"/>${there.map(([name, kind]) => `<Override PartName="/word/${name}.xml" ContentType="${typeOf(kind)}"/>`).join("")}</Types>`,
    "_rels/.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="d" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/_rels/document.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="styles" Type="${office}/styles" Target="styles.xml"/><Relationship Id="numbering" Type="${office}/numbering" Target="numbering.xml"/>${there.map(([name, kind]) => `<Relationship Id="${name}" Type="${kind === "commentsExtended" ? "http://schemas.microsoft.com/office/2011/relationships/commentsExtended" : `${office}/${kind}`}" Target="${name}.xml"/>`).join("")}${Object.entries(links).map(([id, target]) => `<Relationship Id="${id}" Type="${office}/hyperlink" Target="${target}" TargetMode="External"/>`).join("")}</Relationships>`,
    "word/document.xml": `<w:document ${names}><w:body>${body}${section}</w:body></w:document>`,
    "word/styles.xml": `<w:styles ${names}>${style("Normal", "Normal")}${style("Title", "Title")}${[1, 2, 3, 4].map((at) => style(`Heading${at}`, `heading ${at}`, `<w:basedOn w:val="Normal"/><w:pPr><w:numPr><w:ilvl w:val="${at - 1}"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="${at - 1}"/></w:pPr><w:rPr><w:b/></w:rPr>`)).join("")}${style("TOCHeading", "TOC Heading")}${style("TOC1", "toc 1")}${style("ListParagraph", "List Paragraph")}${style("TableGrid", "Table Grid", "", "table")}${style("FootnoteReference", "footnote reference", '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>', "character")}${style("CommentReference", "annotation reference", "", "character")}${style("Hyperlink", "Hyperlink", '<w:rPr><w:u w:val="single"/></w:rPr>', "character")}</w:styles>`,
    "word/numbering.xml": `<w:numbering ${names}>${abstracts.join("")}${nums}${anew}</w:numbering>`,
  };
  for (const [name, , content] of there) parts[`word/${name}.xml`] = content;
  return zip(Object.entries(parts).map(([name, content]) => ({ name, content })));
}
