import type { DocumentMark, DocumentNode } from "../../schema/document-node";
import { isStamp, type Stamp } from "../../schema/stamp";
import { bookmarkOf } from "../../bookmark-names";
import { element, escaped, valued } from "./xml-text";

/** What is suggested for everything inside: an added or removed row, clause, or one that would move. */
export type Whole = { inserted: Stamp | null; deleted: Stamp | null; moves: boolean; isCopy: boolean };

/** What the letters of a file share: counters, links, notes, and who is who. */
export type Letters = {
  nameOf: (author: string) => string;
  /** A number that no other tracked change or bookmark of the file has. */
  next: () => number;
  linkId: (href: string) => string;
  footnoteId: (text: string) => number;
  numbers: ReadonlyMap<string, string>;
  /** What of the comments begins or ends at these letters; the letters are counted in reading order. */
  commentsAt: (place: number) => { before: string; behind: string };
  /** A form that Word cannot track is told as a comment on the letters. */
  remark: (stamp: Stamp, body: string) => { before: string; behind: string };
  /** What of the comments stands on a clause as a whole. */
  commentsOn: (clauseId: string) => string;
  count: { letters: number };
};

/** Who and when, as Word's tracked changes say it. */
export function tracked(name: string, stamp: Stamp, letters: Letters, content = ""): string {
  return element(name, { "w:id": letters.next(), "w:author": letters.nameOf(stamp.author), "w:date": wordTime(stamp.at) }, content);
}

/** Seconds are as fine as Word keeps it. */
export function wordTime(at: string): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

/** The letters of a paragraph as runs. */
export function lettersXml(nodes: readonly DocumentNode[], whole: Whole, letters: Letters): string {
  return nodes.map((node) => letterXml(node, whole, letters)).join("");
}

function letterXml(node: DocumentNode, whole: Whole, letters: Letters): string {
  const marks = new Map((node.marks ?? []).map((mark) => [mark.type, mark]));
  const deletion = stampOf(marks.get("deletion")) ?? whole.deleted;
  const insertion = stampOf(marks.get("insertion")) ?? whole.inserted;
  const form = formXml(marks, letters);
  const content = contentXml(node, form.properties, deletion !== null, letters);
  const removed = deletion ? tracked(whole.moves && deletion === whole.deleted && !insertion ? "w:moveFrom" : "w:del", deletion, letters, content) : content;
  const suggested = insertion ? tracked(whole.moves && insertion === whole.inserted && !deletion ? "w:moveTo" : "w:ins", insertion, letters, removed) : removed;
  const href = marks.get("link")?.attrs?.href;
  const linked = typeof href === "string" ? hyperlink(href, suggested, letters) : suggested;
  if (whole.isCopy) return linked;
  const { before, behind } = letters.commentsAt(letters.count.letters++);
  return before + form.before + linked + form.behind + behind;
}

function hyperlink(href: string, content: string, letters: Letters): string {
  return element("w:hyperlink", { "r:id": letters.linkId(href), "w:history": 1 }, content);
}

function contentXml(node: DocumentNode, properties: string, isDeleted: boolean, letters: Letters): string {
  const run = (content: string, more = "") => element("w:r", {}, `${more || properties ? element("w:rPr", {}, more + properties) : ""}${content}`);
  if (node.type === "hardBreak") return run("<w:br/>");
  if (node.type === "footnote") return run(element("w:footnoteReference", { "w:id": letters.footnoteId(String(node.attrs?.text ?? "")) }), valued("w:rStyle", "FootnoteReference"));
  if (node.type === "crossReference") {
    const clause = String(node.attrs?.clause ?? "");
    const shown = textXml(letters.numbers.get(clause) ?? "?", isDeleted);
    const bookmark = letters.numbers.has(clause) ? bookmarkOf(clause) : null;
    if (!bookmark) return run(shown);
    const turn = (type: string) => run(element("w:fldChar", { "w:fldCharType": type }));
    const code = isDeleted ? "w:delInstrText" : "w:instrText";
    return turn("begin") + run(`<${code} xml:space="preserve"> REF ${bookmark} \\r \\h </${code}>`) + turn("separate") + run(shown) + turn("end");
  }
  return run(textXml(node.text ?? "", isDeleted));
}

function textXml(text: string, isDeleted: boolean): string {
  const name = isDeleted ? "w:delText" : "w:t";
  return `<${name} xml:space="preserve">${escaped(text)}</${name}>`;
}

const forms = [
  { mark: "bold", suggested: "suggestedBold", on: "<w:b/>", off: '<w:b w:val="0"/>', words: "bold" },
  { mark: "italic", suggested: "suggestedItalic", on: "<w:i/>", off: '<w:i w:val="0"/>', words: "italic" },
  { mark: "underline", suggested: "suggestedUnderline", on: '<w:u w:val="single"/>', off: '<w:u w:val="none"/>', words: "underlined" },
] as const;

/** The form of letters as it is suggested, with the form before it. Word keeps one change of form a letter: what else is suggested becomes a comment. */
function formXml(marks: ReadonlyMap<string, DocumentMark>, letters: Letters): { properties: string; before: string; behind: string } {
  const suggested = forms.flatMap((form) => {
    const stamp = stampOf(marks.get(form.suggested));
    return stamp ? [{ form, stamp, on: marks.get(form.suggested)?.attrs?.on === true }] : [];
  });
  const first = suggested[0]?.stamp;
  const together = suggested.filter(({ stamp }) => stamp.id === first?.id);
  const remarks = suggested.filter((each) => !together.includes(each)).map(({ form, stamp, on }) => letters.remark(stamp, on ? `Suggestion: make this ${form.words}.` : `Suggestion: make this not ${form.words}.`));
  const link = marks.get("suggestedLink");
  const linker = stampOf(link);
  if (linker) remarks.push(letters.remark(linker, link?.attrs?.href ? `Suggestion: link this to ${String(link.attrs.href)}` : "Suggestion: take the link away."));
  const linkStyle = marks.has("link") ? valued("w:rStyle", "Hyperlink") : "";
  const before = linkStyle + forms.map(({ mark, on }) => (marks.has(mark) ? on : "")).join("");
  const now = linkStyle + forms.map((form) => {
    const change = together.find((each) => each.form === form);
    return change ? (change.on ? form.on : form.off) : marks.has(form.mark) ? form.on : "";
  }).join("");
  const change = first ? tracked("w:rPrChange", first, letters, element("w:rPr", {}, before)) : "";
  return { properties: now + change, before: remarks.map((remark) => remark.before).join(""), behind: remarks.map((remark) => remark.behind).join("") };
}

function stampOf(mark: DocumentMark | undefined): Stamp | null {
  const { id, author, at } = mark?.attrs ?? {};
  const stamp = { id, author, at };
  return isStamp(stamp) ? stamp : null;
}
