/** Each pair once: how many ballots put `one` above `other`, and the other way round. */
export type Pair = { one: string; other: string; forOne: number; forOther: number };

/** `winner` beats every other option in its pair; null when none does, as in a circle or a tie. */
export type Pairs = { pairs: Pair[]; winner: string | null };

/**
 * Compares every two options by how many ballots prefer which (Condorcet's rule). An option that a ballot names stands above one that it leaves out;
 * of two that it leaves out it prefers neither.
 */
export function condorcet(options: readonly string[], orders: readonly (readonly string[])[]): Pairs {
  const places = orders.map((order) => new Map(order.map((id, place) => [id, place])));
  const prefers = (one: string, other: string) => places.filter((place) => (place.get(one) ?? Infinity) < (place.get(other) ?? Infinity)).length;
  const pairs = options.flatMap((one, at) => options.slice(at + 1).map((other) => ({ one, other, forOne: prefers(one, other), forOther: prefers(other, one) })));
  const beats = (id: string) => pairs.filter(({ one, other }) => one === id || other === id).every(({ one, forOne, forOther }) => (one === id ? forOne > forOther : forOther > forOne));
  return { pairs, winner: options.length > 1 ? (options.find(beats) ?? null) : null };
}
