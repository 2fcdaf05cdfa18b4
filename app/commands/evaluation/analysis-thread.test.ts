import { expect, test } from "vitest";
import type { AnalysisRequest } from "~/domain/evaluation/analyse";
import { analyseAside, AnalysisStopped } from "./analysis-thread.server";

const periods = Array.from({ length: 400 }, (_, i) => ({ label: `Day ${i + 1}`, value: 20 + ((i * 7) % 11) - (i >= 200 ? 6 : 0), exposure: 100 }));
const long: AnalysisRequest = { method: "interrupted-series", periods, change: 200, impact: { level: true, slope: false, lag: 0 }, seasonality: { kind: "none" }, family: "counts", errors: "spread", words: { measure: "uses of force", better: "lower" } };

test("a long analysis says how it goes and ends like a short one", async () => {
  const rounds: number[] = [];
  const analysed = await analyseAside(long, { onRound: (round) => rounds.push(round) });
  expect("analysis" in analysed && analysed.analysis.outcome).toBe("benefit");
  expect(rounds.slice(0, 3)).toEqual([1, 2, 3]);
});

test("an analysis that was called off while it waited never starts, and the next one goes on", async () => {
  await expect(analyseAside(long, { signal: AbortSignal.abort() })).rejects.toThrow(AnalysisStopped);
  expect("analysis" in (await analyseAside(long))).toBe(true);
});
