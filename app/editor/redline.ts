import { canonicalJson } from "./canonical";
import { numbersIn } from "./clause-numbers";
import { type ClauseEntry, clausesOf } from "./numbering";
import { type BlockChange, blockChanges, type NumbersOfBoth, textChange } from "./redline-blocks";
import type { Span } from "./redline-words";
import type { DocumentNode } from "./schema/document-node";

/** Where a clause stands in one of the two texts. */
export type ClausePlace = { number: string; title: string; depth: number; parentId: string | null };

/** A clause that differs. `kind` is the first of added, removed, changed, retitled, moved that is true. */
export type ClauseChange = {
  clauseId: string;
  kind: "added" | "removed" | "changed" | "retitled" | "moved";
  retitled: boolean;
  /** Under another clause, or in another order among its neighbours; not only renumbered. */
  moved: boolean;
  before: ClausePlace | null;
  after: ClausePlace | null;
  title: Span[];
  titleFormatting: string[];
  /** All blocks of the clause, the unchanged ones too, so that a change can be read in its place. */
  blocks: BlockChange[];
};

/** What differs between two texts, clause by clause, in the order of the new text. */
export type Redline = { changes: ClauseChange[]; touchedClauseIds: string[] };

/**
 * Compares two documents that `readDocument` accepted, clause by clause on stable ids.
 * Clauses that are only renumbered are not listed.
 */
export function redline(before: DocumentNode, after: DocumentNode): Redline {
  const old = clausesOf(before);
  const now = clausesOf(after);
  const oldById = new Map(old.map((clause) => [clause.id, clause]));
  const nowById = new Map(now.map((clause) => [clause.id, clause]));
  const moved = movedIds(old, now, oldById, nowById);
  const numbers = { before: numbersIn(before), after: numbersIn(after) };
  const changes = readingOrder(old, now, nowById).flatMap(
    (id) => clauseChange(id, oldById.get(id) ?? null, nowById.get(id) ?? null, moved.has(id), numbers) ?? [],
  );
  return { changes, touchedClauseIds: changes.map(({ clauseId }) => clauseId) };
}

function clauseChange(clauseId: string, before: ClauseEntry | null, after: ClauseEntry | null, moved: boolean, numbers: NumbersOfBoth): ClauseChange | null {
  const title = textChange(before && before.ownContent.slice(0, 1), after && after.ownContent.slice(0, 1), numbers);
  const oldBlocks = before?.ownContent.slice(1) ?? [];
  const newBlocks = after?.ownContent.slice(1) ?? [];
  const retitled = title.kind === "changed";
  const changed = canonicalJson(oldBlocks) !== canonicalJson(newBlocks);
  const kind = !before ? "added" : !after ? "removed" : changed ? "changed" : retitled ? "retitled" : moved ? "moved" : null;
  if (!kind) return null;
  const blocks = blockChanges(oldBlocks, newBlocks, numbers);
  const places = { before: before && placeOf(before), after: after && placeOf(after) };
  return { clauseId, kind, retitled, moved, ...places, title: title.spans, titleFormatting: title.formatting, blocks };
}

function placeOf({ number, title, depth, parentId }: ClauseEntry): ClausePlace {
  return { number, title, depth, parentId };
}

/** The order of the new text, with removed clauses after what they followed. */
function readingOrder(old: ClauseEntry[], now: ClauseEntry[], nowById: Map<string, ClauseEntry>): string[] {
  const following = new Map<string | null, string[]>();
  let last: string | null = null;
  for (const { id } of old) {
    if (nowById.has(id)) last = id;
    else following.set(last, [...(following.get(last) ?? []), id]);
  }
  return [...(following.get(null) ?? []), ...now.flatMap(({ id }) => [id, ...(following.get(id) ?? [])])];
}

function movedIds(
  old: ClauseEntry[],
  now: ClauseEntry[],
  oldById: Map<string, ClauseEntry>,
  nowById: Map<string, ClauseEntry>,
): Set<string> {
  const stayed = (clause: ClauseEntry) => oldById.has(clause.id) && oldById.get(clause.id)?.parentId === clause.parentId;
  const moved = new Set(now.filter((clause) => oldById.has(clause.id) && !stayed(clause)).map(({ id }) => id));
  const oldPlace = new Map(old.filter(({ id }) => nowById.has(id)).map(({ id }, at) => [id, at]));
  const families = new Map<string | null, string[]>();
  for (const clause of now.filter(stayed)) families.set(clause.parentId, [...(families.get(clause.parentId) ?? []), clause.id]);
  for (const family of families.values()) {
    const kept = new Set(longestRising(family.map((id) => oldPlace.get(id) ?? 0)));
    family.forEach((id, at) => !kept.has(at) && moved.add(id));
  }
  return moved;
}

/** Indices of a longest rising part: those that kept their order, so that the fewest count as moved. */
function longestRising(values: number[]): number[] {
  const chains: number[][] = [];
  values.forEach((value, at) => {
    let best: number[] = [];
    for (let earlier = 0; earlier < at; earlier++) {
      const chain = chains[earlier];
      if (chain && (values[earlier] ?? 0) < value && chain.length > best.length) best = chain;
    }
    chains.push([...best, at]);
  });
  return chains.reduce((longest, chain) => (chain.length > longest.length ? chain : longest), []);
}
