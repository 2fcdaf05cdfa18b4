import { type AnalysisRequest, codeVersion } from "./analyse";
import { methodOf } from "./methods";
import { panelInR, ratesInR, seriesInR } from "./r-scripts/rates-and-series";
import { comment, csvOf, type RPart } from "./r-scripts/r-text";
import { controlInR, kappaInR, poolingInR, powerInR, ratersInR, reliabilityInR } from "./r-scripts/scales-and-planning";
import { decayInR, groupsInR, matchedInR, pairedInR, stratifiedInR, tableInR, twoByTwoInR } from "./r-scripts/surveys-and-counts";

/** Where the numbers come from, written at the head of the script. */
export type Provenance = { title?: string; planVersion?: string; dataVersion?: string; /** The version of the calculations that gave the figures. */ calculations?: string };

/**
 * An R script that gives the numbers of an analysis again, with base R only, and the data that it reads (`data.csv`, beside it).
 * Each line that it prints has the label of a figure, a tab, and its value.
 */
export function rScript(request: AnalysisRequest, { title, planVersion, dataVersion, calculations = codeVersion }: Provenance = {}): { script: string; data: string } {
  const { data, lines } = partOf(request);
  const head = [
    comment(title ?? methodOf(request.method).name),
    ...(planVersion ? [comment(`Plan version: ${planVersion}`)] : []),
    ...(dataVersion ? [comment(`Data version: ${dataVersion}`)] : []),
    comment(`Calculations: version ${calculations}. Put this file beside data.csv and run it with R 4 or later; no packages are needed.`),
    'd <- read.csv("data.csv", check.names = FALSE)',
    comment("Whole numbers as numbers, so that products of large counts do not overflow."),
    "d[] <- lapply(d, function(x) if (is.integer(x)) as.numeric(x) else x)",
    'show <- function(label, value, each = FALSE) if (each) for (i in seq_along(label)) show(label[i], value[i]) else cat(label, "\\t", format(unname(value), digits = 15), "\\n", sep = "")',
  ];
  return { script: `${[...head, ...lines].join("\n")}\n`, data: csvOf(data) };
}

function partOf(request: AnalysisRequest): RPart {
  switch (request.method) {
    case "rate-ratio":
      return ratesInR(request);
    case "interrupted-series":
      return seriesInR(request);
    case "staggered-panel":
      return panelInR(request);
    case "paired":
      return pairedInR(request);
    case "two-groups":
      return groupsInR(request);
    case "decay":
      return decayInR(request);
    case "two-by-two":
      return twoByTwoInR(request);
    case "table":
      return tableInR(request);
    case "matched":
      return matchedInR(request);
    case "stratified":
      return stratifiedInR(request);
    case "reliability":
      return reliabilityInR(request);
    case "raters":
      return ratersInR(request);
    case "kappa":
      return kappaInR(request);
    case "pooling":
      return poolingInR(request);
    case "control-chart":
      return controlInR(request);
    case "power":
      return powerInR(request);
  }
}
