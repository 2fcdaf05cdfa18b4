import type { Node } from "@tiptap/pm/model";
import { lettersBetween, onOneLine, type Letters } from "./words";

/** Words that are looked for: the clause they stood in, and the letters before and behind them then. */
export type Sought = { quote: string; clauseId: string; before?: string; behind?: string };
export type Place = { from: number; to: number };

const context = 60;

/**
 * Where quoted words stand in a text: in their clause, and of several places there the one with the most of the same
 * letters around it. In other clauses only when they are three words or more and stand there once. Null when nowhere.
 */
export function findWords(doc: Node, { quote, clauseId, before = "", behind = "" }: Sought): Place | null {
  const words = onOneLine(quote);
  if (words === "") return null;
  const places = clausePlaces(doc);
  const home = places.get(clauseId);
  if (home) {
    const letters = lettersBetween(doc, home.from, home.to, { own: true });
    const [best] = occurrences(letters.text, words)
      .map((at) => ({ at, likeness: sameAtEnd(letters.text.slice(0, at), before) + sameAtStart(letters.text.slice(at + words.length), behind) }))
      .sort((one, other) => other.likeness - one.likeness || one.at - other.at);
    if (best) return placed(letters, best.at, words.length);
  }
  if (words.split(" ").length < 3) return null;
  const whole = lettersBetween(doc, 0, doc.content.size);
  const [only, ...more] = occurrences(whole.text, words);
  return only !== undefined && more.length === 0 ? placed(whole, only, words.length) : null;
}

/** The letters on both sides of a place, to know it again by. */
export function around(doc: Node, { from, to }: Place, clauseId: string): { before: string; behind: string } {
  const home = clausePlaces(doc).get(clauseId);
  if (!home) return { before: "", behind: "" };
  const letters = (start: number, end: number) => lettersBetween(doc, start, Math.max(start, end)).text;
  return { before: letters(home.from, from).slice(-context), behind: letters(to, home.to).slice(0, context) };
}

/** Where each clause begins and ends. */
export function clausePlaces(doc: Node): Map<string, Place> {
  const places = new Map<string, Place>();
  doc.descendants((node, at) => {
    if (node.type.name !== "clause") return false;
    places.set(String(node.attrs.id), { from: at, to: at + node.nodeSize });
    return true;
  });
  return places;
}

function occurrences(text: string, words: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) found.push(at);
  return found;
}

function placed({ places }: Letters, at: number, length: number): Place {
  return { from: places[at] ?? 0, to: (places[at + length - 1] ?? 0) + 1 };
}

function sameAtStart(one: string, other: string): number {
  let same = 0;
  while (same < one.length && same < other.length && one[same] === other[same]) same++;
  return same;
}

function sameAtEnd(one: string, other: string): number {
  return sameAtStart([...one].reverse().join(""), [...other].reverse().join(""));
}
