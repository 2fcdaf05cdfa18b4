import { Fragment, type Node } from "@tiptap/pm/model";
import { Transform } from "@tiptap/pm/transform";
import { tokens } from "./redline-words";
import type { DocumentNode } from "./schema/document-node";
import { documentSchema } from "./schema/document-schema";

/**
 * The words of a clause as somebody amends them, its paragraphs parted by a blank line; `ownContent` begins with its title.
 * Null where plain words cannot say what stands there: lists, tables, footnotes, references.
 */
export function wordsToAmend(ownContent: readonly DocumentNode[]): string | null {
  const blocks = ownContent.filter(({ type }) => type !== "clauseTitle");
  if (!blocks.every(({ type, content = [] }) => type === "paragraph" && content.every(({ text }) => text !== undefined))) return null;
  return blocks.map(({ content = [] }) => content.map(({ text = "" }) => text).join("")).filter((words) => words.trim()).join("\n\n");
}

/** The paragraphs that were typed: parted by line breaks, without empty ones. */
export function paragraphsTyped(words: string): string[] {
  return words.split(/\r?\n/).map((line) => line.trim()).filter(Boolean);
}

/** Do both say the same, whatever the blank lines between their paragraphs? */
export function sameWords(one: string, other: string): boolean {
  return paragraphsTyped(one).join("\n") === paragraphsTyped(other).join("\n");
}

/**
 * The steps that put other words in a clause of plain paragraphs. What stays the same is not touched, so the form of its
 * letters and the comments on them stay. Null when the text has no such clause.
 */
export function amendClause(doc: Node, clauseId: string, words: string): Transform | null {
  const found = paragraphsOf(doc, clauseId);
  if (!found) return null;
  const { paragraphs: old, at } = found;
  const next = paragraphsTyped(words);
  const { before, behind } = sharedEnds(old.map(({ node }) => node.textContent), next);
  const replaced = old.slice(before, old.length - behind);
  const come = next.slice(before, next.length - behind);
  const tr = new Transform(doc);
  if (replaced.length === come.length) {
    for (const [index, paragraph] of [...replaced.entries()].reverse()) rewrite(tr, paragraph, come[index] ?? "");
    return tr;
  }
  const start = replaced[0]?.at ?? endOf(old[before - 1]) ?? at;
  return tr.replaceWith(start, endOf(replaced.at(-1)) ?? start, Fragment.from(come.map((text) => documentSchema.node("paragraph", null, documentSchema.text(text)))));
}

type Placed = { node: Node; at: number };

function endOf(paragraph: Placed | undefined): number | undefined {
  return paragraph && paragraph.at + paragraph.node.nodeSize;
}

/** The paragraphs of a clause with where they begin, and where its body begins. */
function paragraphsOf(doc: Node, clauseId: string): { paragraphs: Placed[]; at: number } | null {
  let found: { paragraphs: Placed[]; at: number } | null = null;
  doc.descendants((clause, at) => {
    if (found || clause.type.name !== "clause") return false;
    if (clause.attrs.id !== clauseId) return true;
    const paragraphs: Placed[] = [];
    clause.forEach((node, offset) => {
      if (node.type.name === "paragraph") paragraphs.push({ node, at: at + 1 + offset });
    });
    found = { paragraphs, at: at + 1 + (clause.firstChild?.nodeSize ?? 0) };
    return false;
  });
  return found;
}

/** Puts the words of a paragraph in the place of others, from the first word that differs to the last. */
function rewrite(tr: Transform, { node, at }: Placed, words: string): void {
  const old = tokens(node.textContent);
  const next = tokens(words);
  const { before, behind } = sharedEnds(old, next);
  const from = at + 1 + old.slice(0, before).join("").length;
  const to = from + old.slice(before, old.length - behind).join("").length;
  const come = next.slice(before, next.length - behind).join("");
  if (come) tr.replaceWith(from, to, documentSchema.text(come));
  else if (to > from) tr.delete(from, to);
}

function sharedEnds(old: readonly string[], next: readonly string[]): { before: number; behind: number } {
  const most = Math.min(old.length, next.length);
  let before = 0;
  while (before < most && old[before] === next[before]) before++;
  let behind = 0;
  while (behind < most - before && old[old.length - 1 - behind] === next[next.length - 1 - behind]) behind++;
  return { before, behind };
}
