import type { Node } from "@tiptap/pm/model";
import { clauseNumbers } from "../numbering";
import type { DocumentNode } from "../schema/document-node";
import type { Stamp } from "../schema/stamp";
import { eachSuggested, formOf, isSuggestion, markStamp, stampOf, stampsOf } from "./suggestion-parts";
import { suggestionWords, type SuggestedParts } from "./suggestion-words";

export type SuggestionKind = "insertion" | "deletion" | "form" | "split" | "join" | "row" | "column" | "clause" | "move";

/** A suggestion that nobody has decided yet: all the parts of the text with one id. */
export type PendingSuggestion = {
  id: string;
  author: string;
  at: string;
  /** The clause that its first part stands in. */
  clauseId: string;
  from: number;
  to: number;
  kinds: SuggestionKind[];
  inserted: string;
  deleted: string;
  /** What it would do, as it goes on after somebody's name. */
  words: string;
};

type Gathered = { stamp: Stamp; clauseId: string; from: number; to: number; parts: SuggestedParts };

/** The suggestions in a text, in reading order. */
export function pendingSuggestions(doc: Node): PendingSuggestion[] {
  const gathered = new Map<string, Gathered>();
  let numbers: Map<string, string> | null = null;
  const numbersNow = () => (numbers ??= clauseNumbers(outline(doc)));
  let clauseId = "";
  const part = (stamp: Stamp, from: number, to: number): SuggestedParts => {
    const known = gathered.get(stamp.id) ?? { stamp, clauseId, from, to, parts: noParts() };
    known.from = Math.min(known.from, from);
    known.to = Math.max(known.to, to);
    gathered.set(stamp.id, known);
    return known.parts;
  };
  eachSuggested(doc, (node, at, parent) => {
    const to = at + node.nodeSize;
    if (node.type.name === "clause") clauseId = String(node.attrs.id);
    else if (parent.type.name === "clause") clauseId = String(parent.attrs.id);
    if (node.isInline) gatherLetters(node, (stamp) => part(stamp, at, to));
    for (const [name, stamp] of stampsOf(node)) {
      if (node.type.name === "paragraph") gatherEnd(part(stamp, to - 1, to), name === "endInserted");
      else gatherWhole(part(stamp, at, to), node, parent, name === "added", numbersNow);
    }
  });
  return [...gathered.values()].sort((one, other) => one.from - other.from).map(finished);
}

function finished({ stamp, clauseId, from, to, parts }: Gathered): PendingSuggestion {
  return { ...stamp, clauseId, from, to, kinds: [...parts.kinds], inserted: parts.inserted, deleted: parts.deleted, words: suggestionWords(parts) };
}

function noParts(): SuggestedParts {
  return { kinds: new Set(), inserted: "", deleted: "", ends: { come: 0, go: 0 }, rows: { come: 0, go: 0 }, cells: { come: 0, go: 0 }, clauses: [], moves: [], forms: [] };
}

function gatherLetters(letter: Node, partOf: (stamp: Stamp) => SuggestedParts): void {
  const words = wordsOf(letter);
  const insertion = markStamp(letter, "insertion");
  const deletion = markStamp(letter, "deletion");
  if (insertion) {
    const parts = partOf(insertion);
    parts.kinds.add("insertion");
    // What its own author takes away again would not come.
    if (insertion.id !== deletion?.id) parts.inserted += words;
  }
  if (deletion) {
    const parts = partOf(deletion);
    parts.kinds.add("deletion");
    parts.deleted += words;
  }
  for (const mark of letter.marks) {
    const form = formOf[mark.type.name];
    if (!form || !isSuggestion(mark)) continue;
    const parts = partOf(stampOf(mark));
    const to = form === "link" ? String(mark.attrs.href) : mark.attrs.on ? "on" : "";
    const last = parts.forms.at(-1);
    parts.kinds.add("form");
    if (last?.form === form && last.to === to) last.words += words;
    else parts.forms.push({ form, to, words });
  }
}

function gatherEnd(parts: SuggestedParts, comes: boolean): void {
  parts.kinds.add(comes ? "split" : "join");
  parts.ends[comes ? "come" : "go"]++;
  if (comes && parts.inserted) parts.inserted += "\n";
  if (!comes && parts.deleted) parts.deleted += "\n";
}

function gatherWhole(parts: SuggestedParts, node: Node, parent: Node, comes: boolean, numbers: () => Map<string, string>): void {
  const way = comes ? "come" : "go";
  if (node.type.name === "tableRow") {
    parts.kinds.add("row");
    parts.rows[way]++;
  } else if (node.type.name === "clause") {
    parts.kinds.add("clause");
    parts.clauses.push({ comes, number: numbers().get(String(node.attrs.id)) ?? "", title: titleOf(node) });
  } else if (node.type.name === "clauseMove") {
    parts.kinds.add("move");
    parts.moves.push(moveOf(node, parent, numbers()));
  } else {
    parts.kinds.add("column");
    parts.cells[way]++;
  }
}

/** Where a clause would go, told by the clause before its new place, or after it, or around it. */
function moveOf(place: Node, parent: Node, numbers: Map<string, string>): { number: string; where: string } {
  const numberOf = (node: Node | undefined) => (node ? (numbers.get(String(node.attrs.id)) ?? "") : "");
  const places = parent.content.content.filter(({ type }) => type.name === "clause" || type.name === "clauseMove");
  const index = places.indexOf(place);
  const moved = String(place.attrs.clause);
  const other = (node: Node) => node.type.name === "clause" && node.attrs.id !== moved;
  const before = places.slice(0, index).findLast(other);
  const after = places.slice(index + 1).find(other);
  const where = before ? `below ${numberOf(before)}` : after ? `above ${numberOf(after)}` : parent.type.name === "clause" ? `into ${numberOf(parent)}` : "to the end";
  return { number: numbers.get(moved) ?? "", where };
}

/** The clauses without their words, for counting them. */
function outline(node: Node): DocumentNode {
  const below: DocumentNode[] = [];
  node.forEach((child) => {
    if (child.type.name === "clause") below.push(outline(child));
  });
  return { type: node.type.name, attrs: { id: node.attrs.id as unknown }, content: below };
}

function titleOf(clause: Node): string {
  return clause.firstChild?.textContent ?? "";
}

function wordsOf(letter: Node): string {
  if (letter.isText) return letter.text ?? "";
  if (letter.type.name === "hardBreak") return "\n";
  return letter.type.name === "footnote" ? `[${String(letter.attrs.text)}]` : "[reference]";
}
