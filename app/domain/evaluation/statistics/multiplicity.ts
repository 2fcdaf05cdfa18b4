import { Unfit } from "./unfit";

/** Holm 1979: p-values adjusted so that the chance of any false alarm stays at the level that they are compared with. */
export function holm(ps: readonly number[]): number[] {
  const order = ordered(ps);
  const adjusted = new Array<number>(ps.length).fill(0);
  let most = 0;
  order.forEach((place, i) => (adjusted[place] = most = Math.max(most, Math.min(1, (ps.length - i) * ps[place]!))));
  return adjusted;
}

/** Benjamini and Hochberg 1995: p-values adjusted so that the expected share of false alarms among those called stays at the level. */
export function benjaminiHochberg(ps: readonly number[]): number[] {
  const order = ordered(ps);
  const adjusted = new Array<number>(ps.length).fill(0);
  let least = 1;
  for (let i = order.length - 1; i >= 0; i--) adjusted[order[i]!] = least = Math.min(least, (ps.length / (i + 1)) * ps[order[i]!]!);
  return adjusted;
}

function ordered(ps: readonly number[]): number[] {
  const bad = ps.findIndex((p) => !(p >= 0 && p <= 1));
  if (bad >= 0) throw new Unfit(`Row ${bad + 1}: a p-value lies between 0 and 1.`, bad);
  return ps.map((_, i) => i).sort((a, b) => ps[a]! - ps[b]!);
}
