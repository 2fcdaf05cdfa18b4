import type { Element } from "@xmldom/xmldom";
import type { DocumentMark, DocumentNode } from "../schema/document-node";
import { safeHref } from "../schema/safe-href";
import type { Notes } from "./import-report";
import type { StyleOf, WordStyle } from "./word-styles";
import { childOf, childrenOf, switchOf, valueOf } from "./xml";

/** What reading letters needs to know of the file. */
export type InlineSource = { styleOf: StyleOf; links: Map<string, string>; notes: Notes };

/** The letters of a paragraph, and whether all of them are bold. */
export type Inline = { nodes: DocumentNode[]; allBold: boolean };

const silent = new Set([
  "w:pPr", "w:rPr", "w:bookmarkStart", "w:bookmarkEnd", "w:proofErr", "w:lastRenderedPageBreak", "w:permStart", "w:permEnd",
  "w:commentRangeStart", "w:commentRangeEnd", "w:moveFromRangeStart", "w:moveFromRangeEnd", "w:moveToRangeStart",
  "w:moveToRangeEnd", "w:sdtPr", "w:sdtEndPr", "w:smartTagPr", "w:softHyphen", "w:fldChar", "w:footnoteRef", "w:endnoteRef",
]);
const transparent = new Set(["w:smartTag", "w:sdt", "w:sdtContent", "w:customXml", "w:dir", "w:bdo"]);
const missed: Record<string, string> = {
  "w:object": "embedded object",
  "w:footnoteReference": "footnote",
  "w:endnoteReference": "endnote",
  "w:commentReference": "comment",
  "w:sym": "symbol",
  "w:ptab": "aligned tab",
  "m:oMath": "equation",
  "m:oMathPara": "equation",
  "w:ruby": "reading aid above letters",
};

/** Reads what stands in a paragraph. Inserted tracked text is kept, deleted text is dropped, both are counted. */
export function readInline(paragraph: Element, style: WordStyle, source: InlineSource): Inline {
  const { notes } = source;
  const nodes: DocumentNode[] = [];
  const bolds: boolean[] = [];
  let field: "none" | "code" | "result" = "none";
  const visit = (element: Element, link: DocumentMark | null): void => {
    const { tagName } = element;
    if (tagName === "w:r") return readRun(element, link);
    if (tagName === "w:hyperlink") return inside(element, linkOf(element, source));
    if (tagName === "w:ins" || tagName === "w:moveTo") {
      notes.miss("tracked insertion (kept)");
      return inside(element, link);
    }
    if (tagName === "w:del" || tagName === "w:moveFrom") return notes.miss("tracked deletion (left out)");
    if (tagName === "w:fldSimple") {
      notes.miss("field (its last shown text is kept)");
      return inside(element, link);
    }
    if (transparent.has(tagName)) return inside(element, link);
    if (!silent.has(tagName)) notes.miss(missed[tagName] ?? `unknown element ${tagName}`);
  };
  const inside = (element: Element, link: DocumentMark | null) => {
    for (const child of childrenOf(element)) visit(child, link);
  };
  const readRun = (run: Element, link: DocumentMark | null) => {
    const letters = childOf(run, "w:rPr");
    if (switchOf(letters, "w:vanish")) return notes.miss("hidden text");
    const named = source.styleOf(valueOf(letters, "w:rStyle"));
    const is = (name: "bold" | "italic" | "underline", tag: string) => switchOf(letters, tag) ?? named[name] ?? style[name] ?? false;
    const bold = is("bold", "w:b");
    const marks: DocumentMark[] = link ? [link] : [];
    if (bold) marks.push({ type: "bold" });
    if (is("italic", "w:i")) marks.push({ type: "italic" });
    if (!link && is("underline", "w:u")) marks.push({ type: "underline" });
    const add = (text: string) => {
      if (!text || field === "code") return;
      if (text.trim()) bolds.push(bold);
      nodes.push({ type: "text", text, ...(marks.length ? { marks } : {}) });
    };
    for (const part of childrenOf(run)) {
      if (part.tagName === "w:t") add((part.textContent ?? "").replace(/\s+/g, " "));
      else if (part.tagName === "w:tab") add(" ");
      else if (part.tagName === "w:noBreakHyphen") add("\u2011");
      else if (part.tagName === "w:cr" || (part.tagName === "w:br" && !part.getAttribute("w:type"))) nodes.push({ type: "hardBreak" });
      else if (part.tagName === "w:br") continue;
      else if (part.tagName === "w:fldChar") {
        const turn = part.getAttribute("w:fldCharType");
        field = turn === "begin" ? "code" : turn === "separate" ? "result" : "none";
        if (turn === "begin") notes.miss("field (its last shown text is kept)");
      } else if (part.tagName === "w:drawing" || part.tagName === "w:pict" || part.tagName === "mc:AlternateContent")
        notes.miss(part.getElementsByTagName("w:txbxContent").length ? "text box" : "image");
      else if (part.tagName === "w:instrText" || part.tagName === "w:delText") continue;
      else visit(part, link);
    }
  };
  inside(paragraph, null);
  return { nodes: trimmed(nodes), allBold: bolds.length > 0 && bolds.every(Boolean) };
}

function linkOf(element: Element, { links, notes }: InlineSource): DocumentMark | null {
  const id = element.getAttribute("r:id");
  if (!id) {
    notes.miss("link inside the file (its text is kept)");
    return null;
  }
  const anchor = element.getAttribute("w:anchor");
  const target = links.get(id) ?? "";
  const href = safeHref(anchor && target ? `${target}#${anchor}` : target);
  if (href === null) {
    notes.miss("link to an address that is not allowed (its text is kept)");
    return null;
  }
  notes.report.understood.links++;
  return { type: "link", attrs: { href } };
}

/** Without blanks and line breaks at both ends. */
function trimmed(nodes: DocumentNode[]): DocumentNode[] {
  const kept = [...nodes];
  const isBlank = (node: DocumentNode | undefined) => node !== undefined && (node.type === "hardBreak" || !node.text?.trim());
  while (isBlank(kept[0])) kept.shift();
  while (isBlank(kept.at(-1))) kept.pop();
  return kept.map((node, at) => {
    if (node.text === undefined) return node;
    const start = at === 0 ? node.text.trimStart() : node.text;
    return { ...node, text: at === kept.length - 1 ? start.trimEnd() : start };
  });
}
