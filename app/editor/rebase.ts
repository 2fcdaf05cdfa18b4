import { canonicalJson } from "./canonical";
import { type ClauseEntry, clausesOf } from "./numbering";
import { mergeOrder, type Order } from "./rebase-order";
import { chooseParents } from "./rebase-parents";
import { mostClauses } from "./schema/clause-depth";
import type { DocumentNode } from "./schema/document-node";
import { readDocument } from "./schema/read-document";

/** The text both started from, my text, and the text that now stands. */
export type Sides = { base: DocumentNode; mine: DocumentNode; theirs: DocumentNode };

/** What a person decides for a clause: one side's, or a text of their own (title, then blocks). */
export type Choice = "mine" | "theirs" | { content: DocumentNode[] };

/** What both sides did to a clause: changed its words, deleted it against an edit, or put it elsewhere. */
export type ConflictAbout = "text" | "existence" | "place";

/** A clause that a person must decide. Each side holds its own content, null where the clause is not there. */
export type Conflict = {
  clauseId: string;
  title: string;
  about: ConflictAbout[];
  base: DocumentNode[] | null;
  mine: DocumentNode[] | null;
  theirs: DocumentNode[] | null;
};

/** `merged` is null while there is a conflict. `taken` names the clauses that only one side changed. */
export type Rebased = {
  merged: DocumentNode | null;
  taken: { mine: string[]; theirs: string[] };
  conflicts: Conflict[];
};

/** The decided text, or why there is none yet: what still waits, or what the schema refuses. */
export type Resolved = { ok: true; doc: DocumentNode } | { ok: false; reason: string; waiting: string[] };

type Clauses = Map<string, ClauseEntry>;

/**
 * Three-way merge of documents that `readDocument` accepted, clause by clause on stable ids.
 * What only one side changed is taken: words, new clauses, deletions and moves.
 */
export function rebase(sides: Sides): Rebased {
  const { doc, conflicts, taken } = merge(sides, {});
  return { merged: conflicts.length ? null : doc, taken, conflicts };
}

/**
 * The same merge with each conflict decided. It starts from the three texts again, so that a choice
 * from a browser decides conflicts only. Refuses while one is undecided, and what the schema refuses.
 */
export function resolve(sides: Sides, choices: Record<string, Choice>): Resolved {
  const asked = new Map<string, Choice>();
  for (let round = 0; round < 3; round++) {
    const { conflicts } = merge(sides, Object.fromEntries(asked));
    for (const { clauseId } of conflicts) {
      const choice = Object.hasOwn(choices, clauseId) ? choices[clauseId] : undefined;
      if (choice) asked.set(clauseId, choice);
    }
  }
  const { doc, conflicts } = merge(sides, Object.fromEntries(asked));
  const waiting = conflicts.map(({ clauseId }) => clauseId);
  if (waiting.length) return { ok: false, reason: "Some clauses still need a decision.", waiting };
  const read = readDocument(doc);
  return read.ok ? { ok: true, doc: read.doc.toJSON() } : { ok: false, reason: read.reason, waiting: [] };
}

function merge(sides: Sides, given: Record<string, Choice>) {
  const [base, mine, theirs] = [sides.base, sides.mine, sides.theirs].map(
    (doc) => new Map(clausesOf(doc).map((clause) => [clause.id, clause])),
  ) as [Clauses, Clauses, Clauses];
  const ids = [...new Set([...mine.keys(), ...theirs.keys(), ...base.keys()])];
  const choices = withSubtrees(given, mine, theirs);
  const about = new Map<string, Set<ConflictAbout>>();
  const blame = (id: string, what: ConflictAbout) => {
    if (!choices.has(id)) about.set(id, (about.get(id) ?? new Set()).add(what));
  };
  const taken = { mine: new Set<string>(), theirs: new Set<string>() };
  const texts = new Map<string, DocumentNode[]>();

  for (const id of ids) {
    const [old, ours, other] = [base.get(id), mine.get(id), theirs.get(id)];
    const [oldText, ourText, otherText] = [old, ours, other].map((clause) => clause && canonicalJson(clause.ownContent));
    const choice = choices.get(id);
    let chosen = ours;
    if (choice === "theirs") chosen = other;
    else if (choice !== undefined) chosen = ours ?? (choice === "mine" ? undefined : other ?? old);
    else if (ourText === otherText) chosen = ours;
    else if (otherText === oldText) taken.mine.add(id);
    else if (ourText === oldText) {
      chosen = other;
      taken.theirs.add(id);
    } else {
      blame(id, ours && other ? "text" : "existence");
      chosen = ours ?? other;
    }
    if (chosen) texts.set(id, typeof choice === "object" ? choice.content : chosen.ownContent);
  }

  const { parents, clashes } = chooseParents({ ids: texts, base, mine, theirs, choices, taken });
  for (const id of clashes.places) blame(id, "place");
  for (const id of clashes.lost) blame(id, "existence");
  const children = new Map<string | null, string[]>();
  for (const parent of [null, ...texts.keys()]) {
    const members = new Set([...texts.keys()].filter((id) => parents.get(id) === parent));
    if (!members.size) continue;
    const order: Order = { members, base: family(base, parent), mine: family(mine, parent), theirs: family(theirs, parent), choices };
    const { sorted, clash, from } = mergeOrder(order);
    children.set(parent, sorted);
    if (clash) blame(clash, "place");
    if (from) for (const id of from.ids) taken[from.side].add(id);
  }
  const build = (parent: string | null, depth: number): DocumentNode[] =>
    (children.get(parent) ?? []).map((id) => {
      if (depth > mostClauses) for (const moved of deepened(id, parents, mine, theirs, choices)) blame(moved, "place");
      return { type: "clause", attrs: { id }, content: [...(texts.get(id) ?? []), ...build(id, depth + 1)] };
    });
  const doc: DocumentNode = { type: "doc", content: build(null, 1) };
  if (!texts.size) for (const id of base.keys()) blame(id, "existence");

  const conflicts = ids.flatMap((id): Conflict[] => {
    const what = about.get(id);
    if (!what) return [];
    const [old, ours, other] = [base.get(id), mine.get(id), theirs.get(id)];
    const title = (ours ?? other ?? old)?.title ?? "";
    const contents = { base: old?.ownContent ?? null, mine: ours?.ownContent ?? null, theirs: other?.ownContent ?? null };
    return [{ clauseId: id, title, about: [...what], ...contents }];
  });
  const settled = (side: Set<string>) => [...side].filter((id) => !about.has(id));
  return { doc, conflicts, taken: { mine: settled(taken.mine), theirs: settled(taken.theirs) } };
}

/** Who decides to keep a clause that the other side deleted keeps what stood below it, too. */
function withSubtrees(given: Record<string, Choice>, mine: Clauses, theirs: Clauses): Map<string, Choice> {
  const choices = new Map(Object.entries(given));
  for (const [id, choice] of Object.entries(given)) {
    const absent = (clauses: Clauses) => !clauses.has(id);
    if (!absent(mine) && !absent(theirs)) continue;
    const keeper = absent(mine) ? theirs : mine;
    const other = absent(mine) ? mine : theirs;
    const side = typeof choice === "object" ? (absent(mine) ? "theirs" : "mine") : choice;
    for (const clause of keeper.values())
      if (isBelow(clause, id, keeper) && !other.has(clause.id) && !choices.has(clause.id)) choices.set(clause.id, side);
  }
  return choices;
}

function isBelow(clause: ClauseEntry, id: string, clauses: Clauses): boolean {
  for (let parent = clause.parentId; parent !== null; parent = clauses.get(parent)?.parentId ?? null)
    if (parent === id) return true;
  return false;
}

function family(clauses: Clauses, parent: string | null): string[] {
  return [...clauses.values()].filter(({ parentId }) => parentId === parent).map(({ id }) => id);
}

/** The clauses above (and this one) that together lie too deep: those put elsewhere, and once decided, the new ones. */
function deepened(id: string, parents: Map<string, string | null>, mine: Clauses, theirs: Clauses, choices: Map<string, Choice>) {
  const line: string[] = [];
  for (let at: string | null = id; at !== null; at = parents.get(at) ?? null)
    if (mine.get(at)?.parentId !== theirs.get(at)?.parentId && !choices.has(at)) line.push(at);
  const elsewhere = line.filter((each) => mine.has(each) && theirs.has(each));
  return elsewhere.length ? elsewhere : line;
}
