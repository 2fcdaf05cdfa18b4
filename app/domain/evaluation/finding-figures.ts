import type { AnalysisEvent, MeasureForAnalysis } from "./finding-analysis";
import type { ReleasedCells } from "./shown-figures";

/** What was released of a measure, with its agencies, its periods in order, and what happened along the way. */
export type FindingFigures = { cells: ReleasedCells; measure: MeasureForAnalysis; measureVersion: number; dataVersion: number; agencies: { id: string; name: string }[]; periods: string[]; events: AnalysisEvent[] };
