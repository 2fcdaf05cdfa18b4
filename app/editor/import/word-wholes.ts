import { readStamp, type Stamp, writeStamp } from "../schema/stamp";
import type { DocumentNode } from "../schema/document-node";
import { plainText } from "../plain-text";
import type { Notes } from "./import-report";

/** What is tracked for the end of a heading: the schema keeps none, so it is held beside the text while it is read. */
export type TitleEnd = { insertion: Stamp | null; deletion: Stamp | null };
/** By the id of the clause. */
export type TitleEnds = Map<string, TitleEnd>;
type Kind = "insertion" | "deletion";

const ends = { insertion: "endInserted", deletion: "endDeleted" } as const;
const wholes = { insertion: "added", deletion: "removed" } as const;

/** The same without an author's marks of a kind, on letters, ends of paragraphs, rows and cells. */
export function withoutMark(node: DocumentNode, kind: Kind, author: string): DocumentNode {
  const marks = node.marks?.filter((mark) => mark.type !== kind || mark.attrs?.author !== author);
  const attrs = { ...node.attrs };
  for (const name of [ends[kind], wholes[kind]]) if (readStamp(attrs[name])?.author === author) delete attrs[name];
  const { attrs: _attrs, marks: _marks, ...rest } = node;
  return { ...rest, ...(Object.keys(attrs).length ? { attrs } : {}), ...(node.content ? { content: node.content.map((child) => withoutMark(child, kind, author)) } : {}), ...(marks?.length ? { marks } : {}) };
}

/** A clause, row or cell that comes or goes as a whole: it says so itself, and so do the clauses and rows below it; what comes has its letters marked too. */
export function asWhole(node: DocumentNode, kind: Kind, stamp: Stamp): DocumentNode {
  const bare = withoutMark(node, kind, stamp.author);
  const mark = (each: DocumentNode): DocumentNode => {
    if (isInline(each)) return kind === "deletion" ? each : { ...each, marks: [...(each.marks ?? []).filter(({ type }) => type !== kind), { type: kind, attrs: stamp }] };
    const whole = each === bare || each.type === "clause" || (each.type === "tableRow" && kind === "insertion");
    return { ...each, ...(whole ? { attrs: { ...each.attrs, [wholes[kind]]: writeStamp(stamp) } } : {}), ...(each.content ? { content: each.content.map(mark) } : {}) };
  };
  return mark(bare);
}

function isInline({ type }: DocumentNode): boolean {
  return ["text", "hardBreak", "footnote", "crossReference"].includes(type);
}

/**
 * Makes whole clauses of letters: a clause all of whose words somebody inserted is one that they would add, and
 * likewise for removing. A heading that comes or goes while its text stays keeps the clause, which is reported.
 */
export function settleWholes(clauses: DocumentNode[], titleEnds: TitleEnds, notes: Notes): DocumentNode[] {
  const lines = linesIn(clauses);
  const settle = (clause: DocumentNode): DocumentNode => {
    let now = clause;
    for (const kind of ["insertion", "deletion"] as const) {
      const stamp = wholly(clause, kind, titleEnds);
      if (!stamp) continue;
      giveBack(clause, kind, stamp);
      now = asWhole(now, kind, stamp);
    }
    if (now !== clause) return now;
    const end = titleEnds.get(idOf(clause));
    if (end && (end.insertion || end.deletion)) {
      notes.where = plainText(clause.content?.[0] ?? clause) || notes.where;
      notes.miss(end.insertion ? "new heading above text that stays (its words are suggested, its clause stays)" : "removed heading of text that stays (its words are suggested to go, its clause stays)");
    }
    return { ...clause, content: clause.content?.map((child) => (child.type === "clause" ? settle(child) : child)) };
  };
  /** Word tracks the end before new text and leaves the last one: that end is the one that comes. */
  const giveBack = (clause: DocumentNode, kind: Kind, stamp: Stamp) => {
    const own = linesIn([clause]);
    const last = own.at(-1)?.node;
    const before = lines[lines.findIndex(({ node }) => node === own[0]?.node) - 1];
    if (!last || !before || endOf(own.at(-1), kind, titleEnds)?.author === stamp.author) return;
    if (before.node.type === "clauseTitle") {
      const end = titleEnds.get(idOf(before.clause));
      if (end?.[kind]?.author === stamp.author) end[kind] = null;
    } else if (readStamp(before.node.attrs?.[ends[kind]])?.author === stamp.author) before.node.attrs = { ...before.node.attrs, [ends[kind]]: null };
  };
  return clauses.map(settle);
}

/**
 * Pairs a clause that somebody took away with the one that they put elsewhere: a suggested move. Some programs call that a move,
 * others track a removal and an addition; with the same title and words it is one. The clause keeps the id that is `known`: programs take its bookmark along or leave it.
 */
export function settleMoves(clauses: DocumentNode[], known: ReadonlySet<string>): DocumentNode[] {
  const gone: DocumentNode[] = [];
  const collect = (node: DocumentNode): void => {
    const stamp = node.type === "clause" ? readStamp(node.attrs?.removed) : null;
    if (stamp) gone.push(node);
    if (node.type === "clause") node.content?.forEach(collect);
  };
  clauses.forEach(collect);
  const paired = new Set<DocumentNode>();
  const renamed = new Map<string, string>();
  const join = (from: DocumentNode, to: DocumentNode): void => {
    const [left, brought] = [idOf(from), idOf(to)];
    const kept = known.has(brought) && !known.has(left) ? brought : left;
    renamed.set(kept === left ? brought : left, kept);
    const below = (clause: DocumentNode) => (clause.content ?? []).filter(({ type }) => type === "clause");
    below(from).forEach((each, at) => {
      const same = below(to)[at];
      if (same) join(each, same);
    });
  };
  const place = (node: DocumentNode): DocumentNode => {
    const stamp = node.type === "clause" ? readStamp(node.attrs?.added) : null;
    if (stamp && settledText(node, stamp.author).trim()) {
      const from = gone.find((each) => !paired.has(each) && readStamp(each.attrs?.removed)?.author === stamp.author && settledText(each, stamp.author) === settledText(node, stamp.author));
      if (from) {
        paired.add(from);
        join(from, node);
        return { type: "clauseMove", attrs: { clause: from.attrs?.id, added: writeStamp(stamp) } };
      }
    }
    return node.type === "clause" ? { ...node, content: node.content?.map(place) } : node;
  };
  const placed = clauses.map(place);
  const ids = new Set([...paired].map((clause) => clause.attrs?.id));
  const keep = (node: DocumentNode, moves: boolean): DocumentNode => {
    if (node.type !== "clause") return node;
    const stays = moves || ids.has(node.attrs?.id);
    return { ...node, attrs: stays ? { ...node.attrs, removed: null } : node.attrs, content: node.content?.map((child) => keep(child, stays)) };
  };
  return placed.map((clause) => withNames(keep(clause, false), renamed));
}

function withNames(node: DocumentNode, names: ReadonlyMap<string, string>): DocumentNode {
  if (names.size === 0) return node;
  const attrs = { ...node.attrs };
  for (const name of ["id", "clause"]) attrs[name] = names.get(String(attrs[name])) ?? attrs[name];
  return { ...node, ...(node.type === "clause" || node.type === "clauseMove" || node.type === "crossReference" ? { attrs } : {}), ...(node.content ? { content: node.content.map((child) => withNames(child, names)) } : {}) };
}

/** The words without what is only suggested inside. */
function settledText(node: DocumentNode, mover: string): string {
  if (node.marks?.some((mark) => mark.type === "insertion" && mark.attrs?.author !== mover)) return "";
  return node.text ?? (node.content ?? []).map((child) => settledText(child, mover)).join(node.type === "paragraph" || node.type === "clauseTitle" ? "" : "\n");
}

type TextLine = { node: DocumentNode; clause: DocumentNode };

function linesIn(nodes: readonly DocumentNode[], clause?: DocumentNode): TextLine[] {
  return nodes.flatMap((node) => {
    if (node.type === "clauseTitle" || node.type === "paragraph") return clause ? [{ node, clause }] : [];
    return linesIn(node.content ?? [], node.type === "clause" ? node : clause);
  });
}

function endOf(line: TextLine | undefined, kind: Kind, titleEnds: TitleEnds): Stamp | null {
  if (!line) return null;
  return line.node.type === "clauseTitle" ? (titleEnds.get(idOf(line.clause))?.[kind] ?? null) : readStamp(line.node.attrs?.[ends[kind]]);
}

/** The stamp of who inserted, or removed, every letter of a clause, and every end but perhaps the last. */
function wholly(clause: DocumentNode, kind: Kind, titleEnds: TitleEnds): Stamp | null {
  const rowStamps: (Stamp | null)[] = [];
  const lines = linesIn([looseParts(clause, kind, rowStamps)]);
  const stamps: Stamp[] = [];
  for (const [at, line] of lines.entries()) {
    for (const child of line.node.content ?? []) {
      const { id, author, at: when } = child.marks?.find(({ type }) => type === kind)?.attrs ?? {};
      if (typeof author !== "string") return null;
      stamps.push({ id: String(id), author, at: String(when) });
    }
    const end = endOf(line, kind, titleEnds);
    if (end) stamps.push(end);
    else if (at < lines.length - 1) return null;
  }
  const [first] = stamps;
  return first && [...stamps, ...rowStamps].every((stamp) => stamp?.author === first.author) ? first : null;
}

/** The clause without the rows that come or go as a whole; their stamps are put aside. */
function looseParts(node: DocumentNode, kind: Kind, aside: (Stamp | null)[]): DocumentNode {
  if (!["clause", "table"].includes(node.type)) return node;
  const content = node.content?.flatMap((child) => {
    const stamp = child.type === "tableRow" ? readStamp(child.attrs?.[wholes[kind]]) : null;
    if (stamp) aside.push(stamp);
    return stamp ? [] : [looseParts(child, kind, aside)];
  });
  return { ...node, content };
}

function idOf(clause: DocumentNode): string {
  return String(clause.attrs?.id);
}
