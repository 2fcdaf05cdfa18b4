import { diffArrays } from "diff";
import { atomInWords, type Numbers } from "./atoms-in-words";
import { canonicalJson } from "./canonical";
import type { DocumentMark, DocumentNode } from "./schema/document-node";

/** A stretch of text that stayed, came or went. */
export type Span = { kind: "same" | "inserted" | "deleted"; text: string };

/** The words of a node with the marks on every character. */
export type MarkedText = { text: string; marks: string[] };

const tokenPattern = /[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*|\p{N}+(?:[.,:/]\p{N}+)*|\s+|[^]/gu;

/** The words below some nodes, one line a paragraph. Footnotes are read where they are called, so that their words are compared too. */
export function markedText(nodes: DocumentNode[], numbers: Numbers): MarkedText {
  const gathered: MarkedText = { text: "", marks: [] };
  const add = (text: string, marks: DocumentMark[]) => {
    const key = marks.length ? canonicalJson(marks) : "";
    gathered.text += text;
    for (let at = 0; at < text.length; at++) gathered.marks.push(key);
  };
  const visit = (node: DocumentNode) => {
    if (node.text !== undefined) add(node.text, node.marks ?? []);
    if (node.type === "hardBreak") add("\n", []);
    const atom = atomInWords(node, numbers);
    if (atom !== null) add(atom, node.marks ?? []);
    if (node.type === "paragraph" && gathered.text !== "") add("\n", []);
    node.content?.forEach(visit);
  };
  nodes.forEach(visit);
  return gathered;
}

/**
 * Word-level spans from one text to another. What stayed between two changes belongs to the change where it is a blank, or one or two words
 * that stand between at least as many changed ones on either side: "step by step of" against "by the end of" is read whole.
 */
export function wordSpans(before: string, after: string): Span[] {
  if (before === after) return before ? [{ kind: "same", text: before }] : [];
  const changes = diffArrays(tokens(before), tokens(after), { maxEditLength: 4000 });
  if (!changes) return joined([{ kind: "deleted", text: before }, { kind: "inserted", text: after }]);
  return joined(
    changes.map(({ value, added, removed }, at) => ({ kind: added ? "inserted" : removed ? "deleted" : isBetween(changes, at) ? "between" : "same", text: value.join("") })),
  );
}

type Change = { value: string[]; added?: boolean; removed?: boolean };

const mostWordsBetween = 2;

/** Does this stretch, which stayed, read as a part of the changes around it? */
function isBetween(changes: readonly Change[], at: number): boolean {
  const text = changes[at]?.value.join("") ?? "";
  if (!changes[at - 1] || !changes[at + 1]) return false;
  if (!text.trim()) return true;
  const words = wordCount(text);
  return words <= mostWordsBetween && !text.includes("\n") && changedWords(changes, at, -1) >= words && changedWords(changes, at, 1) >= words;
}

/** How many words went or came next to a stretch that stayed, whichever are more. */
function changedWords(changes: readonly Change[], from: number, step: 1 | -1): number {
  const words = { went: 0, came: 0 };
  for (let at = from + step; changes[at]; at += step) {
    const { value, added, removed } = changes[at] ?? { value: [] };
    const text = value.join("");
    if (added) words.came += wordCount(text);
    else if (removed) words.went += wordCount(text);
    else if (text.trim() || text.includes("\n")) break;
  }
  return Math.max(words.went, words.came);
}

function wordCount(text: string): number {
  return tokens(text).filter((token) => /[\p{L}\p{N}]/u.test(token)).length;
}

/** Where words stayed but their bold, italic, underline or link changed, in plain words. */
export function formattingChanges(before: MarkedText, after: MarkedText, spans: Span[]): string[] {
  const notes: { text: string; from: string; to: string }[] = [];
  let old = 0;
  let now = 0;
  for (const { kind, text } of spans) {
    for (let at = 0; kind === "same" && at < text.length; at++) {
      const from = before.marks[old + at] ?? "";
      const to = after.marks[now + at] ?? "";
      const last = notes.at(-1);
      if (from === to) notes.push({ text: "", from: "", to: "" });
      else if (last?.text && last.from === from && last.to === to) last.text += text[at];
      else notes.push({ text: text[at] ?? "", from, to });
      if (notes.at(-1)?.text === "" && notes.at(-2)?.text === "") notes.pop();
    }
    if (kind !== "inserted") old += text.length;
    if (kind !== "deleted") now += text.length;
  }
  return notes
    .filter(({ text }) => text.trim())
    .map(({ text, from, to }) => `“${text.trim()}” was ${inWords(from)} and is ${inWords(to)}`);
}

/** Words of a text, for measuring likeness. */
export function tokens(text: string): string[] {
  return text.match(tokenPattern) ?? [];
}

function joined(pieces: { kind: Span["kind"] | "between"; text: string }[]): Span[] {
  const spans: Span[] = [];
  let deleted = "";
  let inserted = "";
  const flush = () => {
    if (deleted) spans.push({ kind: "deleted", text: deleted });
    if (inserted) spans.push({ kind: "inserted", text: inserted });
    deleted = inserted = "";
  };
  for (const { kind, text } of pieces) {
    if (kind === "same") {
      flush();
      spans.push({ kind, text });
      continue;
    }
    if (kind !== "inserted") deleted += text;
    if (kind !== "deleted") inserted += text;
  }
  flush();
  return spans;
}

function inWords(key: string): string {
  if (!key) return "plain";
  const marks: DocumentMark[] = JSON.parse(key);
  return marks.map(({ type, attrs }) => (type === "link" ? `linked to ${attrs?.href}` : type)).join(" and ");
}
