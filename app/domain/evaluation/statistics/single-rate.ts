import type { Interval } from "./binomial";
import { chiSquareQuantile } from "./distributions";
import type { Rate } from "./rate-ratio";
import { checkCounts, checkExposures } from "./unfit";

/** A rate in events a unit of exposure, with the exact interval of Poisson events (Garwood 1936): its ends are quantiles of chi-square. No event gives 0 with an upper end. */
export function exactRate({ events, exposure }: Rate, level = 0.95): Interval & { rate: number } {
  checkCounts([events], "the number of events");
  checkExposures([exposure]);
  const tail = (1 - level) / 2;
  return {
    rate: events / exposure,
    low: events === 0 ? 0 : chiSquareQuantile(tail, 2 * events) / 2 / exposure,
    high: chiSquareQuantile(1 - tail, 2 * events + 2) / 2 / exposure,
  };
}
