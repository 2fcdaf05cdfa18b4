import type { Element } from "@xmldom/xmldom";
import type { DocumentMark, DocumentNode } from "../schema/document-node";
import { safeHref } from "../schema/safe-href";
import type { Stamp } from "../schema/stamp";
import type { Notes } from "./import-report";
import { fieldOf, type OpenField, referenceNode } from "./word-fields";
import type { ImportedComment } from "./word-notes";
import type { Places } from "./word-places";
import type { StyleOf, WordStyle } from "./word-styles";
import type { Tracker } from "./word-tracked";
import { childOf, childrenOf, switchOf, valueOf } from "./xml";

/** What reading letters needs to know of the file. */
export type InlineSource = {
  styleOf: StyleOf;
  links: Map<string, string>;
  notes: Notes;
  tracker: Tracker;
  places: Places;
  comments: Map<string, ImportedComment>;
  footnotes: Map<string, string>;
  endnotes: Map<string, string>;
};

/** The letters of a paragraph, and whether all of them are bold. */
export type Inline = { nodes: DocumentNode[]; allBold: boolean };

type Around = { link: DocumentMark | null; inserted: Stamp | null; deleted: Stamp | null };

const silent = new Set([
  "w:pPr", "w:rPr", "w:bookmarkStart", "w:bookmarkEnd", "w:proofErr", "w:lastRenderedPageBreak", "w:permStart", "w:permEnd",
  "w:commentRangeStart", "w:commentRangeEnd", "w:moveFromRangeStart", "w:moveFromRangeEnd", "w:moveToRangeStart",
  "w:moveToRangeEnd", "w:sdtPr", "w:sdtEndPr", "w:smartTagPr", "w:softHyphen", "w:footnoteRef", "w:endnoteRef", "w:annotationRef",
]);
const transparent = new Set(["w:smartTag", "w:sdt", "w:sdtContent", "w:customXml", "w:dir", "w:bdo"]);
const missed: Record<string, string> = {
  "w:object": "embedded object",
  "w:sym": "symbol",
  "w:ptab": "aligned tab",
  "m:oMath": "equation",
  "m:oMathPara": "equation",
  "w:ruby": "reading aid above letters",
};
const forms = [
  { name: "bold", tag: "w:b", suggested: "suggestedBold" },
  { name: "italic", tag: "w:i", suggested: "suggestedItalic" },
  { name: "underline", tag: "w:u", suggested: "suggestedUnderline" },
] as const;

// What the text cannot show, and what struck or marked letters may mean to those who read.
const lostForms = [
  ["w:strike", "words struck through by hand (kept as plain words: check whether they hold)"],
  ["w:dstrike", "words struck through by hand (kept as plain words: check whether they hold)"],
  ["w:highlight", "highlighted words (kept without the colour)"],
  ["w:caps", "words set in capitals (kept as they were typed)"],
  ["w:smallCaps", "words set in small capitals (kept as they were typed)"],
] as const;
const symbols: Record<string, string> = { A8: "☐", "6F": "☐", FE: "☑", FD: "☒", FC: "✓", FB: "✗", E0: "→", B7: "•" };

function symbolOf(symbol: Element): string | null {
  const code = (symbol.getAttribute("w:char") ?? "").toUpperCase().replace(/^F0/, "");
  return /^(Wingdings|Symbol)$/i.test(symbol.getAttribute("w:font") ?? "") ? (symbols[code] ?? null) : null;
}

/** A control of a form that nobody has filled in shows only what to do with it. */
export function isPrompt(element: Element): boolean {
  return element.tagName === "w:sdt" && switchOf(childOf(element, "w:sdtPr"), "w:showingPlcHdr") === true;
}

/** Reads what stands in a paragraph. Tracked changes become suggestions, comments anchors, footnotes and references nodes. */
export function readInline(paragraph: Element, style: WordStyle, source: InlineSource): Inline {
  const { notes, tracker } = source;
  const nodes: DocumentNode[] = [];
  const bolds: boolean[] = [];
  const fields: OpenField[] = [];
  const visit = (element: Element, around: Around): void => {
    const { tagName } = element;
    if (tagName === "w:r") return readRun(element, around);
    if (tagName === "w:hyperlink") return readLink(element, around);
    if (tagName === "w:ins" || tagName === "w:moveTo") return inside(element, { ...around, inserted: tracker.stamp(element, "words") });
    if (tagName === "w:del" || tagName === "w:moveFrom") return inside(element, { ...around, deleted: tracker.stamp(element, "words") });
    if (tagName === "w:fldSimple") {
      openField(element.getAttribute("w:instr") ?? "");
      inside(element, around);
      return closeField();
    }
    if (isPrompt(element)) return notes.miss("empty field of a form (its prompt is left out)");
    if (transparent.has(tagName)) return inside(element, around);
    if (!silent.has(tagName)) notes.miss(missed[tagName] ?? `unknown element ${tagName}`);
  };
  const inside = (element: Element, around: Around) => {
    for (const child of childrenOf(element)) visit(child, around);
  };
  const openField = (code: string | null) => fields.push({ code: code ?? "", isCode: code === null, turned: code === null ? null : fieldOf(code), shown: "", marks: [] });
  const closeField = () => {
    const field = fields.pop();
    if (!field) return;
    if (field.turned?.kind === "reference") nodes.push(referenceNode(field));
    else if (field.turned?.kind !== "link") notes.miss("field (its last shown text is kept)");
  };
  const readLink = (element: Element, around: Around) => {
    const anchor = element.getAttribute("w:anchor");
    if (element.getAttribute("r:id") || !anchor) return inside(element, { ...around, link: linkOf(element, source) });
    fields.push({ code: "", isCode: false, turned: { kind: "reference", bookmark: anchor, isNumber: false }, shown: "", marks: [] });
    inside(element, around);
    closeField();
  };
  const readRun = (run: Element, around: Around) => {
    const letters = childOf(run, "w:rPr");
    if (switchOf(letters, "w:vanish")) return notes.miss("hidden text");
    const { link, inserted, deleted } = around;
    const change = childOf(letters, "w:rPrChange");
    const isIn = (properties: Element | null, { name, tag }: (typeof forms)[number]) =>
      switchOf(properties, tag) ?? source.styleOf(valueOf(properties, "w:rStyle"))[name] ?? style[name] ?? false;
    const before = change ? childOf(change, "w:rPr") : letters;
    const marks: DocumentMark[] = [];
    const linked = link ?? fieldLink(fields);
    if (linked) marks.push(linked);
    let isTold = false;
    for (const form of forms) {
      if (linked && form.name === "underline") continue;
      const was = isIn(before, form);
      if (was) marks.push({ type: form.name });
      if (!change || was === isIn(letters, form)) continue;
      isTold = true;
      marks.push({ type: form.suggested, attrs: { ...tracker.stamp(change, "form"), on: !was } });
    }
    const hasWords = childOf(run, "w:t") !== null;
    for (const [tag, what] of lostForms) if (hasWords && switchOf(letters, tag)) notes.miss(what);
    if (hasWords && valueOf(letters, "w:vertAlign")?.endsWith("script")) notes.miss("raised or lowered letters (kept on the line)");
    if (change && !isTold) notes.miss("tracked change of form (its new form is kept)");
    if (inserted) marks.push({ type: "insertion", attrs: inserted });
    if (deleted) marks.push({ type: "deletion", attrs: deleted });
    const threads = new Set(source.places.commentsOn(run).flatMap((id) => source.comments.get(id)?.key ?? []));
    for (const thread of threads) marks.push({ type: "comment", attrs: { thread } });
    const bold = isIn(letters, forms[0]);
    const marked = marks.length ? { marks } : {};
    const pass = () => {
      if (!inserted && !deleted) tracker.pass("words");
      if (!isTold) tracker.pass("form");
    };
    const add = (node: DocumentNode) => {
      const field = fields.at(-1);
      if (field?.isCode) return;
      pass();
      if (node.text?.trim()) bolds.push(bold);
      if (field?.turned?.kind === "reference") {
        field.shown += node.text ?? " ";
        field.marks = marks;
      } else nodes.push({ ...node, ...marked });
    };
    const write = (text: string) => text && add({ type: "text", text });
    for (const part of childrenOf(run)) {
      if (part.tagName === "w:t" || part.tagName === "w:delText") write((part.textContent ?? "").replace(/\s+/g, " "));
      else if (part.tagName === "w:tab") write(" ");
      else if (part.tagName === "w:noBreakHyphen") write("\u2011");
      else if (part.tagName === "w:cr" || (part.tagName === "w:br" && !part.getAttribute("w:type"))) add({ type: "hardBreak" });
      else if (part.tagName === "w:br") write(" ");
      else if (part.tagName === "w:sym" && symbolOf(part)) write(symbolOf(part) ?? "");
      else if (part.tagName === "w:commentReference") {
        if (!source.comments.has(part.getAttribute("w:id") ?? "")) notes.miss("comment without words");
      }
      else if (part.tagName === "w:footnoteReference" || part.tagName === "w:endnoteReference") {
        const isEnd = part.tagName === "w:endnoteReference";
        const text = (isEnd ? source.endnotes : source.footnotes).get(part.getAttribute("w:id") ?? "");
        if (text === undefined) notes.miss(isEnd ? "endnote without words" : "footnote without words");
        else {
          if (isEnd) notes.miss("endnote (taken as a footnote)");
          notes.report.understood.footnotes++;
          add({ type: "footnote", attrs: { text } });
        }
      } else if (part.tagName === "w:fldChar") {
        const turn = part.getAttribute("w:fldCharType");
        const field = fields.at(-1);
        if (turn === "begin") openField(null);
        else if (turn === "separate" && field) Object.assign(field, { isCode: false, turned: fieldOf(field.code) });
        else if (turn === "end") closeField();
      } else if (part.tagName === "w:instrText" || part.tagName === "w:delInstrText") {
        const field = fields.at(-1);
        if (field?.isCode) field.code += part.textContent ?? "";
      } else if (part.tagName === "w:drawing" || part.tagName === "w:pict" || part.tagName === "mc:AlternateContent")
        notes.miss(part.getElementsByTagName("w:txbxContent").length ? "text box (its words stand behind the paragraph)" : "image");
      else visit(part, around);
    }
  };
  inside(paragraph, { link: null, inserted: null, deleted: null });
  while (fields.length) closeField();
  return { nodes: trimmed(nodes), allBold: bolds.length > 0 && bolds.every(Boolean) };
}

function fieldLink(fields: readonly OpenField[]): DocumentMark | null {
  const turned = fields.at(-1)?.turned;
  return turned?.kind === "link" ? { type: "link", attrs: { href: turned.href } } : null;
}

function linkOf(element: Element, { links, notes }: InlineSource): DocumentMark | null {
  const anchor = element.getAttribute("w:anchor");
  const target = links.get(element.getAttribute("r:id") ?? "") ?? "";
  const href = safeHref(anchor && target ? `${target}#${anchor}` : target);
  if (href === null) {
    notes.miss("link to an address that is not allowed (its text is kept)");
    return null;
  }
  notes.report.understood.links++;
  return { type: "link", attrs: { href } };
}

/** Without blanks and line breaks at both ends; neighbours of one form are one text. */
function trimmed(nodes: DocumentNode[]): DocumentNode[] {
  const kept: DocumentNode[] = [];
  for (const node of nodes) {
    const last = kept.at(-1);
    if (last?.text !== undefined && node.text !== undefined && JSON.stringify(last.marks) === JSON.stringify(node.marks)) kept[kept.length - 1] = { ...last, text: last.text + node.text };
    else kept.push(node);
  }
  const isBlank = (node: DocumentNode | undefined) => node !== undefined && !isSuggested(node) && (node.type === "hardBreak" || (node.type === "text" && !node.text?.trim()));
  while (isBlank(kept[0])) kept.shift();
  while (isBlank(kept.at(-1))) kept.pop();
  return kept.map((node, at) => {
    if (node.text === undefined || isSuggested(node)) return node;
    const start = at === 0 ? node.text.trimStart() : node.text;
    return { ...node, text: at === kept.length - 1 ? start.trimEnd() : start };
  });
}

function isSuggested(node: DocumentNode): boolean {
  return (node.marks ?? []).some(({ type }) => type === "insertion" || type === "deletion");
}
