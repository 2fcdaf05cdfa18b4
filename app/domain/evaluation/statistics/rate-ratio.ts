import { binomialDensity, binomialLower, binomialTest, binomialUpper, exactShare, type Interval, midPShare } from "./binomial";
import { normalQuantile, normalTwoSided } from "./distributions";
import { checkCounts, checkExposures, Unfit } from "./unfit";

/** Events and what they are events of: calls, officer-months, person-years, days. */
export type Rate = { events: number; exposure: number };

export type RateRatio = {
  before: number;
  after: number;
  /** The rate after over the rate before; Infinity when there was none before. */
  ratio: number;
  /** After minus before, events a unit of exposure. */
  difference: number;
  exact: Interval & { p: number };
  midP: Interval & { p: number };
  /** Absent when one side has no event: the logarithm of the ratio has no finite error. */
  wald: (Interval & { p: number; error: number }) | null;
  differenceWald: Interval;
};

/**
 * The ratio of two Poisson rates. Given all events together, those after are binomial with chance exposure-after x ratio / (exposure-before + exposure-after x ratio),
 * so exact and mid-p intervals are those of a share (Przyborowski and Wilenski 1940; Rothman and Boice 1979 for mid-p).
 */
export function rateRatio(before: Rate, after: Rate, level = 0.95): RateRatio {
  checkCounts([before.events, after.events], "the number of events");
  checkExposures([before.exposure, after.exposure]);
  const n = before.events + after.events;
  if (n === 0) throw new Unfit("There was no event before and none after, so there is nothing to compare. Take a longer period or a wider measure.");
  const rates = { before: before.events / before.exposure, after: after.events / after.exposure };
  const asRatio = ({ low, high }: Interval) => ({ low: (odds(low) * before.exposure) / after.exposure, high: (odds(high) * before.exposure) / after.exposure });
  const chance = after.exposure / (before.exposure + after.exposure);
  const z = normalQuantile(0.5 + level / 2);
  const spread = z * Math.sqrt(before.events / before.exposure ** 2 + after.events / after.exposure ** 2);
  const difference = rates.after - rates.before;
  return {
    ...rates,
    ratio: rates.after / rates.before,
    difference,
    exact: { ...asRatio(exactShare(after.events, n, level)), p: binomialTest(after.events, n, chance) },
    midP: { ...asRatio(midPShare(after.events, n, level)), p: midPTest(after.events, n, chance) },
    wald: before.events > 0 && after.events > 0 ? waldOf(rates.after / rates.before, before.events, after.events, z) : null,
    differenceWald: { low: difference - spread, high: difference + spread },
  };
}

function waldOf(ratio: number, eventsBefore: number, eventsAfter: number, z: number) {
  const error = Math.sqrt(1 / eventsBefore + 1 / eventsAfter);
  return { low: ratio * Math.exp(-z * error), high: ratio * Math.exp(z * error), p: normalTwoSided(Math.log(ratio) / error), error };
}

/** Twice the smaller tail, with the outcome that was seen counted half. */
function midPTest(k: number, n: number, chance: number): number {
  const half = binomialDensity(k, n, chance) / 2;
  return Math.min(1, 2 * Math.min(binomialLower(k - 1, n, chance) + half, binomialUpper(k + 1, n, chance) + half));
}

function odds(share: number): number {
  return share >= 1 ? Infinity : share / (1 - share);
}
