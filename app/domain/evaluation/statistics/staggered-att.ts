import { Unfit } from "./unfit";

/** A cohort's mean in each period: units trained in the same period `start` (Infinity: never), `size` of them, `means[t]` for period t. */
export type Cohort = { start: number; size: number; means: readonly number[] };

/**
 * The average effect on the trained, from each cohort against those not yet trained (Callaway and Sant'Anna 2021, "simple" average, outcome only):
 * ATT(g, t) = (mean of g in t - mean of g in g-1) - (the same for all that start after t), weighted by the sizes of the cohorts.
 * Two-way fixed effects mix early and late effects when these differ; this does not.
 * `start` counts periods from 0. Cohorts trained in the first period have no before and are left out, and so are periods without anyone untrained.
 */
export function averageEffectOnTrained(cohorts: readonly Cohort[]): { effect: number; cells: number } {
  const periods = cohorts[0]?.means.length ?? 0;
  let [total, weight, cells] = [0, 0, 0];
  for (const { start, size, means } of cohorts) {
    if (start < 1 || start >= periods) continue;
    for (let t = start; t < periods; t++) {
      const waiting = cohorts.filter((other) => other.start > t);
      if (waiting.length === 0) continue;
      const all = waiting.reduce((sum, other) => sum + other.size, 0);
      const drift = waiting.reduce((sum, other) => sum + other.size * (other.means[t]! - other.means[start - 1]!), 0) / all;
      total += size * (means[t]! - means[start - 1]! - drift);
      weight += size;
      cells++;
    }
  }
  if (weight === 0) throw new Unfit("No unit was trained while others still waited, so there is nobody to compare with. Use a design with later or untrained units.");
  return { effect: total / weight, cells };
}
