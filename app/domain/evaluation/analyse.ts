import { analysePooling, type PoolingRequest } from "./analyses/agencies";
import { analyseControl, type ControlRequest } from "./analyses/charts-over-time";
import { analyseMatched, analyseStratified, analyseTable, analyseTwoByTwo, type MatchedRequest, type StratifiedRequest, type TableRequest, type TwoByTwoRequest } from "./analyses/counts";
import { analysePanel, type PanelRequest } from "./analyses/panel";
import { analysePower, type PowerRequest } from "./analyses/planning";
import { analyseRates, type RateRequest } from "./analyses/rates";
import { analyseKappa, analyseRaters, analyseReliability, type KappaRequest, type RatersRequest, type ReliabilityRequest } from "./analyses/scales";
import { analyseSeries, type SeriesRequest } from "./analyses/series";
import { analyseGroups, analysePaired, type GroupsRequest, type PairedRequest } from "./analyses/surveys";
import { analyseDecay, type DecayRequest } from "./analyses/waves";
import type { Analysis } from "./analysis";
import type { OnRound } from "./statistics/generalized-linear";
import { Unfit } from "./statistics/unfit";

/** What is asked of the data: plain values, so that it can be stored, hashed, sent to a thread, and written into an R script. */
export type AnalysisRequest =
  | RateRequest
  | SeriesRequest
  | PanelRequest
  | PairedRequest
  | GroupsRequest
  | DecayRequest
  | TwoByTwoRequest
  | TableRequest
  | MatchedRequest
  | StratifiedRequest
  | ReliabilityRequest
  | RatersRequest
  | KappaRequest
  | PoolingRequest
  | ControlRequest
  | PowerRequest;

export type Analysed = { analysis: Analysis } | { refused: string; row?: number };

/** The version of the calculations, kept with each analysis: raised whenever a number could come out differently. */
export const codeVersion = "3";

/** Runs an analysis; `onRound` hears of each round of the fits that take long. Data that cannot bear it are refused in a sentence; no figure is ever NaN. */
export function analyse(request: AnalysisRequest, onRound?: OnRound): Analysed {
  try {
    return { analysis: checked(run(request, onRound)) };
  } catch (error) {
    if (error instanceof Unfit) return { refused: error.message, row: error.row };
    throw error;
  }
}

function run(request: AnalysisRequest, onRound?: OnRound): Analysis {
  switch (request.method) {
    case "rate-ratio":
      return analyseRates(request);
    case "interrupted-series":
      return analyseSeries(request, onRound);
    case "staggered-panel":
      return analysePanel(request, onRound);
    case "paired":
      return analysePaired(request);
    case "two-groups":
      return analyseGroups(request);
    case "decay":
      return analyseDecay(request);
    case "two-by-two":
      return analyseTwoByTwo(request);
    case "table":
      return analyseTable(request);
    case "matched":
      return analyseMatched(request);
    case "stratified":
      return analyseStratified(request);
    case "reliability":
      return analyseReliability(request);
    case "raters":
      return analyseRaters(request);
    case "kappa":
      return analyseKappa(request);
    case "pooling":
      return analysePooling(request);
    case "control-chart":
      return analyseControl(request);
    case "power":
      return analysePower(request);
  }
}

/** A figure that is not a number is left out, and so is an infinite one that is no ratio (a ratio may be without limit); an effect that is no number is refused. */
function checked(analysis: Analysis): Analysis {
  const { effect, p } = analysis;
  if (effect && [effect.value, effect.low, effect.high].some(Number.isNaN)) throw new Unfit("These data are too few or too alike for this method. Bring more, or choose a simpler one.");
  const sayable = ({ value, kind }: Analysis["figures"][number]) => value === null || Number.isFinite(value) || (kind === "ratio" && !Number.isNaN(value));
  return { ...analysis, p: p && Number.isFinite(p.value) ? p : null, figures: analysis.figures.map((figure) => (sayable(figure) ? figure : { ...figure, value: null })) };
}
