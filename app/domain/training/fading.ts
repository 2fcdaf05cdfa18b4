import { analyseDecay, type DecayRequest } from "../evaluation/analyses/waves";
import { decayChart, decayReading, type DecayChartData } from "../evaluation/chart-data";
import type { WaveShares } from "../evaluation/retention";
import { decisionSteps, stepNames, waveNames, type DecisionStep, type WaveKind } from "../evaluation/survey";
import { foundOrNull } from "../evaluation/statistics/unfit";

/** One wave of one step. `percent` with its 95 % interval; all null where fewer than five people answered. */
export type FadingWave = { kind: WaveKind; name: string; months: number | null; people: number; percent: number | null; low: number | null; high: number | null };

export type StepFading = {
  step: DecisionStep;
  name: string;
  waves: FadingWave[];
  /** What the fitted curve says, or why there is none. */
  reading: string;
  request: DecayRequest | null;
  /** The last wave after the training of which something may be shown. */
  last: FadingWave | null;
};

/** How each step of the model fades over the waves of one cohort. The interval takes each person as one observation, which is wider than the data when a step has several items. */
export function fadingOf(waves: readonly WaveShares[]): StepFading[] {
  return decisionSteps.flatMap((step) => {
    const own = waves.flatMap((wave) => (wave.steps[step] ? [waveOf(wave, wave.steps[step])] : []));
    if (own.length === 0) return [];
    const after = own.filter(({ months, percent }) => months !== null && percent !== null);
    const request = requestOf(stepNames[step], after);
    const analysis = request && foundOrNull(() => analyseDecay(request));
    return [{ step, name: stepNames[step], waves: own, reading: analysis?.reading ?? noCurve(after.length), request: analysis ? request : null, last: after.at(-1) ?? null }];
  });
}

/** The steps whose last wave lies below the threshold, in percent. */
export function stepsBelow(steps: readonly StepFading[], threshold: number): StepFading[] {
  return steps.filter(({ last }) => last?.percent != null && last.percent < threshold);
}

/** The curves of the steps that one could be fitted to, with their sentence; null when there are none. */
export function fadingChart(steps: readonly StepFading[]): { data: DecayChartData; reading: string } | null {
  const lines = steps.flatMap(({ name, request }) => (request ? [{ name, request }] : []));
  const data = lines.length > 0 ? foundOrNull(() => decayChart(lines)) : null;
  return data && { data, reading: decayReading(data) };
}

/** What a proposal brings as evidence, one sentence a step. */
export function evidenceInWords(survey: string, cohort: string, steps: readonly StepFading[], threshold: number): string {
  return stepsBelow(steps, threshold)
    .map(({ name, last, reading }) => `${name}: ${last?.percent} % of the answers were right ${last?.name.toLowerCase()} (95 % interval ${last?.low} to ${last?.high} %, ${last?.people} people), below the ${threshold} % of the program. ${reading}`)
    .concat(`From the survey “${survey}”, cohort ${cohort}.`)
    .join("\n");
}

function waveOf({ kind, months }: WaveShares, { people, share }: { people: number; share: number | null }): FadingWave {
  const reach = share === null ? 0 : 1.96 * Math.sqrt((share * (1 - share)) / people);
  const percent = (value: number) => Math.round(Math.min(1, Math.max(0, value)) * 100);
  return { kind, name: waveNames[kind], months, people, percent: share === null ? null : percent(share), low: share === null ? null : percent(share - reach), high: share === null ? null : percent(share + reach) };
}

function requestOf(measure: string, after: readonly FadingWave[]): DecayRequest | null {
  const waves = after.flatMap(({ months, percent, people }) => (months === null || percent === null ? [] : [{ time: months, mean: percent, deviation: Math.sqrt(percent * (100 - percent)), n: people }]));
  return waves.length < 3 ? null : { method: "decay", waves, shape: "best", timeUnit: "months", words: { measure: `“${measure}”`, better: "higher" } };
}

function noCurve(waves: number): string {
  return waves < 3 ? `No curve is drawn: it takes three waves after the training, and there ${waves === 1 ? "is one" : `are ${waves}`}.` : "No curve of fading fits these waves.";
}
