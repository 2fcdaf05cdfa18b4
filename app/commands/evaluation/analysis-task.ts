import { analyse, type Analysed, type AnalysisRequest } from "~/domain/evaluation/analyse";

/** What the thread says: a round of the fit is done, or all of it. */
export type AnalysisMessage = { kind: "round"; round: number } | { kind: "done"; analysed: Analysed };

/** Runs one analysis and says how it goes. */
export function runAnalysisTask(request: AnalysisRequest, say: (message: AnalysisMessage) => void): void {
  const analysed = analyse(request, (round) => say({ kind: "round", round }));
  say({ kind: "done", analysed });
}
