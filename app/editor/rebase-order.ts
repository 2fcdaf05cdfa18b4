import type { Choice } from "./rebase";

/** The clauses of one parent on each side, and those that belong there after the merge. */
export type Order = {
  members: Set<string>;
  base: string[];
  mine: string[];
  theirs: string[];
  choices: Map<string, Choice>;
};

/** The merged order; `clash` is the first clause that both sides put in different places. */
export type Ordered = {
  sorted: string[];
  clash: string | null;
  from: { side: "mine" | "theirs"; ids: string[] } | null;
};

/** Keeps the order of the side that changed it, and sets what only the other side has after what it followed there. */
export function mergeOrder({ members, base, mine, theirs, choices }: Order): Ordered {
  const shared = (list: string[]) => list.filter((id) => base.includes(id) && mine.includes(id) && theirs.includes(id));
  const [old, ours, other] = [shared(base), shared(mine), shared(theirs)];
  const mineMoved = !same(old, ours);
  const theirsMoved = !same(old, other);
  const at = mineMoved && theirsMoved ? ours.findIndex((id, place) => id !== other[place]) : -1;
  const clash = ours[at] ?? null;
  const choice = clash === null ? undefined : choices.get(clash);
  const byTheirs = choice === "theirs" || (theirsMoved && !mineMoved);
  const [first, second] = byTheirs ? [theirs, mine] : [mine, theirs];
  const sorted = first.filter((id) => members.has(id));
  second.forEach((id, place) => {
    if (!members.has(id) || sorted.includes(id)) return;
    const before = second.slice(0, place).findLast((earlier) => sorted.includes(earlier));
    sorted.splice(before === undefined ? 0 : sorted.indexOf(before) + 1, 0, id);
  });
  for (const id of members) if (!sorted.includes(id)) sorted.push(id);
  const side = byTheirs ? "theirs" : "mine";
  const changed = (byTheirs ? other : ours).filter((id, place) => id !== old[place]);
  return { sorted, clash: choice ? null : clash, from: mineMoved !== theirsMoved ? { side, ids: changed } : null };
}

function same(one: string[], other: string[]): boolean {
  return one.length === other.length && one.every((id, at) => id === other[at]);
}
