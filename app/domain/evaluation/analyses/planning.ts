import { type Analysis, check } from "../analysis";
import { inWords } from "../number-words";
import { type Means, powerOfMeans, powerOfRates, powerOfShares, powerOfWedge, type Rates, type Shares, sizeForMeans, sizeForShares, type Wedge } from "../statistics/power";

export type PowerRequest = { method: "power" } & (({ of: "means" } & Means) | ({ of: "shares" } & Shares) | ({ of: "rates" } & Rates) | ({ of: "wedge" } & Wedge));

/** The chance to see the change that matters, and how many it takes for a chance of 80%. */
export function analysePower(request: PowerRequest): Analysis {
  const power = powerOf(request);
  const needed = request.of === "means" ? Math.ceil(sizeForMeans(0.8, request)) : request.of === "shares" ? Math.ceil(sizeForShares(0.8, request)) : null;
  const each = request.of === "means" && request.design === "paired" ? "pairs" : "people in each group";
  return {
    method: "power",
    effect: null,
    outcome: "descriptive",
    reading: `If the change is as large as said, this study has a chance of ${Math.round(100 * power)}% to find it.${needed === null ? "" : ` For 80% it takes ${needed.toLocaleString("en-US")} ${each}.`}`,
    figures: [{ label: "Power", value: power, kind: "percent" }, { label: `For 80%, ${each}`, value: needed, kind: "count" }, { label: "Level", value: request.alpha ?? 0.05, kind: "percent" }],
    p: null,
    n: "n" in request ? [{ label: each, value: request.n }] : [],
    assumptions: [
      check("small-n", power < 0.8, "The chance is at least 80%.", "The chance is below 80%. A result that shows nothing would then say little; take more units, a longer time or a larger change that matters."),
      { id: "design", verdict: "holds", sentence: `Worked out before data, two-sided at ${inWords(100 * (request.alpha ?? 0.05))}%.${request.of === "rates" ? " If periods are alike or counts spread wider than said, the chance is smaller." : ""}` },
    ],
  };
}

function powerOf(request: PowerRequest): number {
  if (request.of === "means") return powerOfMeans(request);
  if (request.of === "shares") return powerOfShares(request);
  return request.of === "rates" ? powerOfRates(request) : powerOfWedge(request);
}
