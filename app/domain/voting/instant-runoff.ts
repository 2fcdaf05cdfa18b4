export type RunoffRound = {
  /** First choices among the options that are still in, in the ballot's own order. */
  standing: { id: string; votes: number }[];
  /** Ballots that name none of the options still in. */
  exhausted: number;
  /** Who leaves after this round. */
  out: string[];
};

/** One winner; several in a tie; none when nobody voted. */
export type Runoff = { rounds: RunoffRound[]; winners: string[] };

/**
 * Instant run-off, by the usual rule: whoever is first on more than half of the ballots that still count wins; otherwise the option with the fewest leaves and its ballots
 * go to their next choice. Options tied for last leave together, so that nothing is drawn by lot; when all that are left are tied, it is a tie.
 * Orders hold option ids, first choice first, and may be short.
 */
export function instantRunoff(options: readonly string[], orders: readonly (readonly string[])[]): Runoff {
  const rounds: RunoffRound[] = [];
  let left = [...options];
  for (;;) {
    const firsts = orders.map((order) => order.find((id) => left.includes(id)));
    const standing = left.map((id) => ({ id, votes: firsts.filter((first) => first === id).length }));
    const counted = firsts.filter((first) => first !== undefined).length;
    const votes = standing.map((option) => option.votes);
    const most = Math.max(0, ...votes);
    const fewest = Math.min(...votes);
    const ended = most * 2 > counted || most === fewest;
    const out = ended ? [] : standing.filter((option) => option.votes === fewest).map(({ id }) => id);
    rounds.push({ standing, exhausted: orders.length - counted, out });
    if (ended) return { rounds, winners: most === 0 ? [] : standing.filter((option) => option.votes === most).map(({ id }) => id) };
    left = left.filter((id) => !out.includes(id));
  }
}
