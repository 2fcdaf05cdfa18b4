import { tokens } from "./redline-words";

/** A row of an alignment: one side is null where something came or went. */
export type Pair<T> = readonly [before: T | null, after: T | null];

const likeEnough = 0.4;

/**
 * Lines two lists up so that the most likeness is kept in order. Equal ones pair first; others pair
 * when they share at least four tenths of their words and are of one kind.
 */
export function align<T>(before: T[], after: T[], describe: (one: T) => { key: string; kind: string; text: string }): Pair<T>[] {
  const old = before.map(describe);
  const now = after.map(describe);
  let start = 0;
  while (start < old.length && start < now.length && old[start]?.key === now[start]?.key) start++;
  let end = 0;
  while (end < old.length - start && end < now.length - start && old.at(-1 - end)?.key === now.at(-1 - end)?.key) end++;
  const pairs: Pair<T>[] = [];
  const push = (from: number, to: number) => pairs.push([before[from] ?? null, after[to] ?? null]);
  for (let at = 0; at < start; at++) push(at, at);
  const middle = path(old.slice(start, old.length - end), now.slice(start, now.length - end));
  for (const [from, to] of middle) push(from < 0 ? -1 : from + start, to < 0 ? -1 : to + start);
  for (let at = end; at > 0; at--) push(before.length - at, after.length - at);
  return pairs;
}

type Described = { key: string; kind: string; text: string };

function path(old: Described[], now: Described[]): [number, number][] {
  const oldBags = old.map(({ text }) => bagOf(text));
  const nowBags = now.map(({ text }) => bagOf(text));
  const best = Array.from({ length: old.length + 1 }, () => new Float64Array(now.length + 1));
  const score = (from: number, to: number) => best[from]?.[to] ?? 0;
  const likeness = (from: number, to: number) => {
    if (old[from]?.key === now[to]?.key) return 2;
    if (old[from]?.kind !== now[to]?.kind) return 0;
    const alone = old.length === 1 && now.length === 1;
    const shared = dice(oldBags[from], nowBags[to]);
    return shared >= likeEnough || alone ? shared + 0.001 : 0;
  };
  const like = old.map((_, from) => now.map((_, to) => likeness(from, to)));
  for (let from = old.length - 1; from >= 0; from--)
    for (let to = now.length - 1; to >= 0; to--) {
      const here = like[from]?.[to] ?? 0;
      const paired = here > 0 ? here + score(from + 1, to + 1) : 0;
      const row = best[from];
      if (row) row[to] = Math.max(paired, score(from + 1, to), score(from, to + 1));
    }
  const steps: [number, number][] = [];
  let from = 0;
  let to = 0;
  while (from < old.length || to < now.length) {
    const here = like[from]?.[to] ?? 0;
    if (here > 0 && score(from, to) === here + score(from + 1, to + 1)) steps.push([from++, to++]);
    else if (from < old.length && (to >= now.length || score(from + 1, to) >= score(from, to + 1))) steps.push([from++, -1]);
    else steps.push([-1, to++]);
  }
  return steps;
}

type Bag = { size: number; words: Map<string, number> };

function bagOf(text: string): Bag {
  const words = new Map<string, number>();
  let size = 0;
  for (const token of tokens(text.toLowerCase())) {
    if (!token.trim()) continue;
    words.set(token, (words.get(token) ?? 0) + 1);
    size++;
  }
  return { size, words };
}

function dice(one: Bag | undefined, other: Bag | undefined): number {
  if (!one || !other || one.size + other.size === 0) return 0;
  let shared = 0;
  for (const [word, times] of one.words) shared += Math.min(times, other.words.get(word) ?? 0);
  return (2 * shared) / (one.size + other.size);
}
