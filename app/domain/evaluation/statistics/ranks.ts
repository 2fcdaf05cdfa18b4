/** Ranks from 1, equal values sharing the mean of their ranks, and the sizes of the groups of equal values. */
export function ranksOf(values: readonly number[]): { ranks: number[]; ties: number[] } {
  const order = values.map((_, i) => i).sort((a, b) => values[a]! - values[b]!);
  const ranks = new Array<number>(values.length).fill(0);
  const ties: number[] = [];
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && values[order[to]!] === values[order[from]!]) to++;
    for (let i = from; i < to; i++) ranks[order[i]!] = (from + 1 + to) / 2;
    if (to - from > 1) ties.push(to - from);
    from = to;
  }
  return { ranks, ties };
}

/** The sum of t^3 - t over groups of equal values: what ties take away from the variance of rank sums. */
export function tieTerm(ties: readonly number[]): number {
  return ties.reduce((total, size) => total + size ** 3 - size, 0);
}
