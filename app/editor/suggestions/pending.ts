import type { Node } from "@tiptap/pm/model";
import { clauseNumbers } from "../numbering";
import type { DocumentNode } from "../schema/document-node";
import type { Stamp } from "../schema/stamp";
import { eachSuggested, formOf, isSuggestion, markStamp, stampAt, stampOf, stampsOf } from "./suggestion-parts";
import { suggestionWords, type SuggestedParts, type Way } from "./suggestion-words";

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

/** `last` is the block whose letters came or went last, `ended` the one whose end did. */
type Gathered = { stamp: Stamp; clauseId: string; from: number; to: number; parts: SuggestedParts; last: Partial<Record<Way, Block>>; ended: Partial<Record<Way, Block>> };
/** A block of letters: where it stands, and in what: "bulletList listItem". */
type Block = { at: number; within: string };

/** The suggestions in a text, in reading order. */
export function pendingSuggestions(doc: Node): PendingSuggestion[] {
  const gathered = new Map<string, Gathered>();
  let numbers: Map<string, string> | null = null;
  const numbersNow = () => (numbers ??= clauseNumbers(outline(doc)));
  let clauseId = "";
  let block: Block = { at: 0, within: "" };
  const part = (stamp: Stamp, from: number, to: number): Gathered => {
    const known = gathered.get(stamp.id) ?? { stamp, clauseId, from, to, parts: noParts(), last: {}, ended: {} };
    known.from = Math.min(known.from, from);
    known.to = Math.max(known.to, to);
    gathered.set(stamp.id, known);
    return known;
  };
  eachSuggested(doc, (node, at, parent) => {
    const to = at + node.nodeSize;
    if (node.type.name === "clause") clauseId = String(node.attrs.id);
    else if (parent.type.name === "clause") clauseId = String(parent.attrs.id);
    if (node.isTextblock) block = { at, within: within(doc, at) };
    if (node.isInline) gatherLetters(node, block, (stamp) => part(stamp, at, to));
    for (const [name, stamp] of stampsOf(node)) {
      if (node.type.name === "paragraph") gatherEnd(part(stamp, to - 1, to), block, name === "endInserted" ? "come" : "go");
      else gatherWhole(part(stamp, at, to).parts, node, parent, name === "added" ? "added" : "removed", numbersNow);
    }
  });
  return [...gathered.values()].sort((one, other) => one.from - other.from).map(finished);
}

function finished({ stamp, clauseId, from, to, parts }: Gathered): PendingSuggestion {
  return { ...stamp, clauseId, from, to, kinds: [...parts.kinds], inserted: parts.inserted, deleted: parts.deleted, words: suggestionWords(parts) };
}

function noParts(): SuggestedParts {
  const none = () => ({ come: 0, go: 0 });
  return { kinds: new Set(), inserted: "", deleted: "", within: { come: [], go: [] }, ends: none(), tables: none(), rows: none(), cells: none(), clauses: [], moves: [], forms: [] };
}

/** The lists and callouts around a block. */
function within(doc: Node, at: number): string {
  const $at = doc.resolve(at);
  const around: string[] = [];
  for (let depth = $at.depth; depth > 0 && $at.node(depth).type.name !== "clause"; depth--) around.unshift($at.node(depth).type.name);
  return around.filter((name) => name !== "listItem").join(" ");
}

function gatherLetters(letter: Node, block: Block, partOf: (stamp: Stamp) => Gathered): void {
  const words = wordsOf(letter);
  const insertion = markStamp(letter, "insertion");
  const deletion = markStamp(letter, "deletion");
  if (insertion) {
    const gathered = partOf(insertion);
    gathered.parts.kinds.add("insertion");
    // What its own author takes away again would not come.
    if (insertion.id !== deletion?.id) addWords(gathered, "come", block, words);
  }
  if (deletion) {
    const gathered = partOf(deletion);
    gathered.parts.kinds.add("deletion");
    addWords(gathered, "go", block, words);
  }
  for (const mark of letter.marks) {
    const form = formOf[mark.type.name];
    if (!form || !isSuggestion(mark)) continue;
    const { parts } = partOf(stampOf(mark));
    const to = form === "link" ? String(mark.attrs.href) : mark.attrs.on ? "on" : "";
    const last = parts.forms.at(-1);
    parts.kinds.add("form");
    if (last?.form === form && last.to === to) last.words += words;
    else parts.forms.push({ form, to, words });
  }
}

/** Words of another block begin on a line of their own, also where only the end of the block before came or went. */
function addWords({ parts, last, ended }: Gathered, way: Way, block: Block, words: string): void {
  const name = way === "come" ? "inserted" : "deleted";
  const before = last[way] ?? ended[way];
  parts[name] += before && before.at !== block.at ? `\n${words}` : words;
  if (last[way]?.at !== block.at) parts.within[way].push(block.within);
  last[way] = block;
}

function gatherEnd({ parts, ended }: Gathered, block: Block, way: Way): void {
  parts.kinds.add(way === "come" ? "split" : "join");
  parts.ends[way]++;
  ended[way] ??= block;
}

function gatherWhole(parts: SuggestedParts, node: Node, parent: Node, name: "added" | "removed", numbers: () => Map<string, string>): void {
  const way = name === "added" ? "come" : "go";
  if (node.type.name === "tableRow") {
    parts.kinds.add("row");
    const id = stampAt(node, name)?.id;
    const whole = parent.content.content.every((row) => stampAt(row, name)?.id === id);
    if (!whole) parts.rows[way]++;
    else if (parent.firstChild === node) parts.tables[way]++;
  } else if (node.type.name === "clause") {
    parts.kinds.add("clause");
    parts.clauses.push({ comes: name === "added", number: numbers().get(String(node.attrs.id)) ?? "", title: titleOf(node) });
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
