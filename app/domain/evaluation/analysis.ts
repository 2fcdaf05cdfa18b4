import type { MethodId } from "./methods";

/** Whether an assumption holds. A warning says what to do about it. */
export type Assumption = {
  id: "trend" | "autocorrelation" | "dispersion" | "clusters" | "small-n" | "periods" | "shape" | "zeros" | "cells" | "heterogeneity" | "design" | "staggering" | "multiplicity" | "outliers";
  verdict: "holds" | "warning";
  sentence: string;
};

/** What the data say about the question: an effect with its interval. `none` is the value that means no effect: 1 for ratios, 0 for differences. */
export type Effect = { name: string; kind: "ratio" | "difference"; value: number; low: number; high: number; level: number; none: 0 | 1; unit?: string };

export type Figure = { label: string; value: number | null; kind: "count" | "number" | "ratio" | "percent" | "p" };

/** A finding that shows benefit, none, or harm has one form. "different" when the plan did not say which direction is better. */
export type Outcome = "benefit" | "no detectable change" | "harm" | "different" | "descriptive";

export type Analysis = {
  method: MethodId;
  effect: Effect | null;
  outcome: Outcome;
  /** One sentence for lay readers. */
  reading: string;
  /** The exact figures, in the order in which they are read; p-values come last. */
  figures: Figure[];
  p: { value: number; test: string } | null;
  n: { label: string; value: number }[];
  assumptions: Assumption[];
};

/** What the measure is called in sentences ("uses of force"), and which direction is better, as the plan declared. */
export type MeasureWords = { measure: string; better?: "lower" | "higher" };

/** What an effect is for the person who asked. */
export function outcomeOf({ value, low, high, none }: Effect, better: MeasureWords["better"]): Outcome {
  if (low <= none && high >= none) return "no detectable change";
  if (!better) return "different";
  return value < none === (better === "lower") ? "benefit" : "harm";
}

/** A check that holds or warns. */
export function check(id: Assumption["id"], warns: boolean, holds: string, warning: string): Assumption {
  return warns ? { id, verdict: "warning", sentence: warning } : { id, verdict: "holds", sentence: holds };
}

/** A figure and the ends of its interval, as three lines. */
export function withBounds(label: string, found: { value: number; low: number; high: number } | null, kind: Figure["kind"] = "number"): Figure[] {
  return [
    { label, value: found?.value ?? null, kind },
    { label: `${label}, low`, value: found?.low ?? null, kind },
    { label: `${label}, high`, value: found?.high ?? null, kind },
  ];
}
