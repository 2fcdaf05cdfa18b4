import { element, valued } from "./xml-text";
import { wordPart } from "./word-parts";
import { clauseNumberId } from "./word-numbering-part";

type Style = { id: string; name: string; on?: string; paragraph?: string; letters?: string; isCharacter?: boolean; next?: string };

const serif = element("w:rFonts", { "w:ascii": "Georgia", "w:hAnsi": "Georgia", "w:cs": "Georgia", "w:eastAsia": "Georgia" });
const sans = element("w:rFonts", { "w:ascii": "Arial", "w:hAnsi": "Arial", "w:cs": "Arial", "w:eastAsia": "Arial" });
const spacing = (before: number, after: number) => element("w:spacing", { "w:before": before, "w:after": after });
const size = (halfPoints: number) => valued("w:sz", halfPoints) + valued("w:szCs", halfPoints);
const side = (colour: string) => element("w:pBdr", {}, element("w:left", { "w:val": "single", "w:sz": 24, "w:space": 8, "w:color": colour }));
const shade = (colour: string) => element("w:shd", { "w:val": "clear", "w:color": "auto", "w:fill": colour });
const callout = (colour: string, fill: string) => side(colour) + shade(fill) + spacing(60, 60) + element("w:ind", { "w:left": 284, "w:right": 284 });

const heading = (level: number, halfPoints: number): Style => ({
  id: `Heading${level}`,
  name: `heading ${level}`,
  next: "Normal",
  paragraph: `<w:keepNext/><w:keepLines/>${element("w:numPr", {}, valued("w:ilvl", level - 1) + valued("w:numId", clauseNumberId))}${spacing(level === 1 ? 320 : 240, 80)}${valued("w:outlineLvl", level - 1)}`,
  letters: `${sans}<w:b/>${size(halfPoints)}`,
});

const styles: Style[] = [
  { id: "Title", name: "Title", next: "Normal", paragraph: spacing(0, 240), letters: `${sans}<w:b/>${size(40)}` },
  heading(1, 30),
  heading(2, 26),
  heading(3, 23),
  heading(4, 22),
  { id: "ListParagraph", name: "List Paragraph", paragraph: spacing(0, 60) },
  ...[1, 2, 3, 4, 5].map((level): Style => ({ id: level === 1 ? "ListContinue" : `ListContinue${level}`, name: level === 1 ? "List Continue" : `List Continue ${level}`, paragraph: spacing(0, 60) })),
  { id: "CalloutNote", name: "Callout Note", paragraph: callout("4A6F8A", "EEF3F6") },
  { id: "CalloutImportant", name: "Callout Important", paragraph: callout("9A3B26", "F9EFEC") },
  { id: "CalloutExample", name: "Callout Example", paragraph: callout("5B6B3A", "F2F4EC") },
  { id: "TableText", name: "Table Text", paragraph: spacing(40, 40) },
  { id: "TableHeading", name: "Table Heading", on: "TableText", letters: `${sans}<w:b/>` },
  { id: "Gap", name: "Gap", paragraph: spacing(0, 0), letters: size(8) },
  { id: "Header", name: "header", letters: sans + size(18) },
  { id: "Footer", name: "footer", letters: sans + size(16) },
  { id: "Approval", name: "Approval", paragraph: spacing(60, 60), letters: sans + size(19) },
  { id: "FootnoteText", name: "footnote text", paragraph: spacing(0, 0), letters: size(19) },
  { id: "CommentText", name: "annotation text", letters: size(20) },
  { id: "FootnoteReference", name: "footnote reference", isCharacter: true, letters: valued("w:vertAlign", "superscript") },
  { id: "Hyperlink", name: "Hyperlink", isCharacter: true, letters: `${valued("w:color", "1F4E79")}${valued("w:u", "single")}` },
];

/** How the file looks: Word's own heading styles, so that outlines and readers aloud find them. */
export function stylesPart(): string {
  const language = element("w:lang", { "w:val": "en-US", "w:eastAsia": "en-US", "w:bidi": "ar-SA" });
  const defaults = element("w:docDefaults", {}, element("w:rPrDefault", {}, element("w:rPr", {}, serif + size(22) + language)) + element("w:pPrDefault", {}, element("w:pPr", {}, element("w:spacing", { "w:after": 120, "w:line": 276, "w:lineRule": "auto" }))));
  const normal = element("w:style", { "w:type": "paragraph", "w:default": 1, "w:styleId": "Normal" }, `${valued("w:name", "Normal")}<w:qFormat/>`);
  const written = styles.map(({ id, name, on, paragraph, letters, isCharacter, next }) => {
    const based = isCharacter ? "" : valued("w:basedOn", on ?? "Normal");
    const content = valued("w:name", name) + based + (next ? valued("w:next", next) : "") + "<w:qFormat/>" + (paragraph ? element("w:pPr", {}, paragraph) : "") + (letters ? element("w:rPr", {}, letters) : "");
    return element("w:style", { "w:type": isCharacter ? "character" : "paragraph", "w:styleId": id }, content);
  });
  const edge = (name: string) => element(name, { "w:val": "single", "w:sz": 4, "w:space": 0, "w:color": "808080" });
  const edges = element("w:tblBorders", {}, ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"].map(edge).join(""));
  const first = element("w:tblStylePr", { "w:type": "firstRow" }, element("w:rPr", {}, "<w:b/>"));
  const table = element("w:style", { "w:type": "table", "w:styleId": "TableGrid" }, `${valued("w:name", "Table Grid")}${element("w:tblPr", {}, edges)}${first}`);
  return wordPart("styles", defaults + normal + written.join("") + table);
}
