import type { ClauseEntry } from "./numbering";
import type { Choice } from "./rebase";

type Clauses = Map<string, ClauseEntry>;

type Question = {
  /** The clauses that stay. */
  ids: Map<string, unknown>;
  base: Clauses;
  mine: Clauses;
  theirs: Clauses;
  choices: Map<string, Choice>;
  taken: { mine: Set<string>; theirs: Set<string> };
};

/** `places`: put under different clauses by both; `lost`: deleted by one side while something stays below. */
export type Parents = { parents: Map<string, string | null>; clashes: { places: string[]; lost: string[] } };

/** Under which clause each clause stands after the merge. The outcome never has a circle. */
export function chooseParents({ ids, base, mine, theirs, choices, taken }: Question): Parents {
  const parents = new Map<string, string | null>();
  const clashes: Parents["clashes"] = { places: [], lost: [] };
  for (const id of ids.keys()) {
    const [old, ours, other] = [base.get(id), mine.get(id), theirs.get(id)];
    const choice = choices.get(id);
    if (!ours || !other) parents.set(id, (ours ?? other ?? old)?.parentId ?? null);
    else if (ours.parentId === other.parentId || choice !== undefined)
      parents.set(id, choice === "theirs" ? other.parentId : ours.parentId);
    else if (other.parentId === old?.parentId) {
      parents.set(id, ours.parentId);
      taken.mine.add(id);
    } else {
      parents.set(id, other.parentId);
      if (ours.parentId === old?.parentId) taken.theirs.add(id);
      else clashes.places.push(id);
    }
  }
  const sides = [mine, theirs, base];
  for (const [id, parent] of parents) {
    if (parent === null || ids.has(parent)) continue;
    clashes.lost.push(parent);
    parents.set(id, nearestKept(parent, sides, ids));
  }
  for (const id of parents.keys()) {
    const circle = circleAt(id, parents);
    const moved = circle.filter((each) => mine.get(each)?.parentId !== theirs.get(each)?.parentId);
    clashes.places.push(...moved);
    for (const each of circle) {
      const own = mine.get(each);
      if (own) parents.set(each, own.parentId === null || ids.has(own.parentId) ? own.parentId : null);
    }
  }
  return { parents, clashes };
}

function nearestKept(lost: string, sides: Clauses[], ids: Map<string, unknown>): string | null {
  let parent: string | null = lost;
  for (let steps = 0; parent !== null && !ids.has(parent) && steps < 1000; steps++) {
    const gone: string = parent;
    parent = sides.find((clauses) => clauses.has(gone))?.get(gone)?.parentId ?? null;
  }
  return parent !== null && ids.has(parent) ? parent : null;
}

function circleAt(id: string, parents: Map<string, string | null>): string[] {
  const path: string[] = [];
  for (let at: string | null = id; at !== null; at = parents.get(at) ?? null) {
    if (path.includes(at)) return at === id ? path : [];
    path.push(at);
  }
  return [];
}
