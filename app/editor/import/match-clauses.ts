import { type ClauseEntry, clausesOf } from "../numbering";
import { tokens } from "../redline-words";
import type { DocumentNode } from "../schema/document-node";

const alike = 0.45;

/**
 * The new text with the clause ids of the old one wherever a clause is the same clause: by its title first,
 * then by likeness of title and words, with its number to settle doubts. Every old id is given once at most.
 */
export function matchClauses(oldDoc: DocumentNode, newDoc: DocumentNode): DocumentNode {
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  const pair = (old: ClauseEntry, now: ClauseEntry) => {
    ids.set(now.id, old.id);
    taken.add(old.id);
  };
  const old = clausesOf(oldDoc);
  const now = clausesOf(newDoc);
  const oldTitles = byTitle(old);
  for (const [title, ones] of byTitle(now)) {
    const others = oldTitles.get(title) ?? [];
    if (ones.length === 1 && others.length === 1 && ones[0] && others[0]) pair(others[0], ones[0]);
  }
  const left = old.filter(({ id }) => !taken.has(id)).map(described);
  const candidates = now
    .filter(({ id }) => !ids.has(id))
    .map(described)
    .flatMap((one) => left.map((other) => ({ one, other, score: likeness(other, one) })))
    .filter(({ score }) => score >= alike)
    .sort((a, b) => b.score - a.score);
  for (const { one, other } of candidates) if (!ids.has(one.entry.id) && !taken.has(other.entry.id)) pair(other.entry, one.entry);
  return renamed(newDoc, ids);
}

function byTitle(clauses: readonly ClauseEntry[]): Map<string, ClauseEntry[]> {
  const titles = new Map<string, ClauseEntry[]>();
  for (const clause of clauses) if (clause.title) titles.set(plain(clause.title), [...(titles.get(plain(clause.title)) ?? []), clause]);
  return titles;
}

type Described = { entry: ClauseEntry; title: Bag; text: Bag };
type Bag = { words: Map<string, number>; size: number };

function described(entry: ClauseEntry): Described {
  return { entry, title: bagOf(entry.title), text: bagOf(entry.text) };
}

/** From 0 to 1: half what the words share, a third the title, the rest the number. */
function likeness(old: Described, now: Described): number {
  const title = old.title.size + now.title.size ? shared(old.title, now.title) : 1;
  const text = old.text.size + now.text.size ? shared(old.text, now.text) : title;
  return 0.55 * text + 0.33 * title + (old.entry.number === now.entry.number ? 0.12 : 0);
}

function bagOf(text: string): Bag {
  const words = new Map<string, number>();
  let size = 0;
  for (const word of tokens(text.toLowerCase())) {
    if (!word.trim()) continue;
    words.set(word, (words.get(word) ?? 0) + 1);
    size++;
  }
  return { words, size };
}

function shared(one: Bag, other: Bag): number {
  let both = 0;
  for (const [word, times] of one.words) both += Math.min(times, other.words.get(word) ?? 0);
  return one.size + other.size ? (2 * both) / (one.size + other.size) : 0;
}

function plain(title: string): string {
  return title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

function renamed(node: DocumentNode, ids: ReadonlyMap<string, string>): DocumentNode {
  const { attrs, content, ...rest } = node;
  const own = typeof attrs?.id === "string" ? ids.get(attrs.id) : undefined;
  const aim = typeof attrs?.clause === "string" ? ids.get(attrs.clause) : undefined;
  return {
    ...rest,
    ...(attrs ? { attrs: { ...attrs, ...(own ? { id: own } : {}), ...(aim ? { clause: aim } : {}) } } : {}),
    ...(content ? { content: content.map((child) => renamed(child, ids)) } : {}),
  };
}
