import { type Analysis, type Assumption, check, type Effect, type MeasureWords, outcomeOf } from "../analysis";
import { counted, differenceInWords, inWords, ratioInWords, readingOf } from "../number-words";
import type { OnRound } from "../statistics/generalized-linear";
import { rateRatio } from "../statistics/rate-ratio";
import { averageEffectOnTrained, type Cohort } from "../statistics/staggered-att";
import { type PanelFit, type PanelRow, staggeredPanel } from "../statistics/staggered-panel";
import { foundOrNull } from "../statistics/unfit";

export type PanelRequest = { method: "staggered-panel"; rows: readonly PanelRow[]; family: "counts" | "linear"; words: MeasureWords; level?: number };

/** A staggered rollout: fixed effects for units and periods, errors clustered by unit. */
export function analysePanel({ rows, family, words, level = 0.95 }: PanelRequest, onRound?: OnRound): Analysis {
  const fit = staggeredPanel(rows, { family, level, onRound });
  const counts = family === "counts";
  const scale = counts ? Math.exp : (value: number) => value;
  const effect: Effect = { name: counts ? "Rate ratio, trained over not yet trained" : "Difference, trained minus not yet trained", kind: counts ? "ratio" : "difference", value: scale(fit.effect.estimate), low: scale(fit.effect.low), high: scale(fit.effect.high), level, none: counts ? 1 : 0 };
  const crude = counts ? crudeOf(rows, level) : null;
  const fair = fairEffect(rows);
  return {
    method: "staggered-panel",
    effect,
    outcome: outcomeOf(effect, words.better),
    reading: readingOf(effect, words.measure, "where units were trained, compared with units still waiting in the same periods"),
    figures: [
      { label: effect.name, value: effect.value, kind: counts ? "ratio" : "number" },
      { label: "Low", value: effect.low, kind: counts ? "ratio" : "number" },
      { label: "High", value: effect.high, kind: counts ? "ratio" : "number" },
      { label: "Plain ratio, for comparison only", value: crude?.ratio ?? null, kind: "ratio" },
      { label: "Average effect on the trained, per exposure (Callaway and Sant'Anna)", value: fair, kind: "number" },
      { label: "Standard error, clustered", value: fit.effect.error, kind: "number" },
      { label: "Standard error, not clustered", value: fit.quasiError, kind: "number" },
      { label: "p", value: fit.effect.p, kind: "p" },
    ],
    p: { value: fit.effect.p, test: `t with ${fit.clusters - 1} degrees of freedom, errors clustered by unit` },
    n: [{ label: "units", value: fit.clusters }, { label: "periods", value: fit.periods }, { label: "rows", value: fit.rows }],
    assumptions: assumptionsOf(fit, crude, fair, counts, effect),
  };
}

function assumptionsOf(fit: PanelFit, crude: { ratio: number; low: number; high: number } | null, fair: number | null, counts: boolean, effect: Effect): Assumption[] {
  const silent = [...fit.silent.units, ...fit.silent.periods];
  const misled = crude !== null && (crude.high < 1 || crude.low > 1) && effect.low <= 1 && effect.high >= 1;
  return [
    check("clusters", fit.clusters < 30, `There are ${fit.clusters} units, enough for errors that are clustered by unit.`, `There are only ${counted(fit.clusters, "unit")}. With fewer than about 30, clustered errors come out too small; take the interval as the narrowest that is fair.`),
    ...(crude && misled ? [{ id: "trend" as const, verdict: "warning" as const, sentence: `A plain comparison would say ${ratioInWords(crude.ratio)}. That is mostly the course of time that all units share; the model takes it out.` }] : []),
    ...(counts ? [check("dispersion", fit.dispersion > 1.5, `Counts spread about as chance would spread them (${inWords(fit.dispersion)} times).`, `Counts spread ${inWords(fit.dispersion)} times as wide as chance alone. Clustered errors allow for it.`)] : []),
    ...(silent.length > 0 ? [{ id: "zeros" as const, verdict: "warning" as const, sentence: `Without a single event, and so left out: ${silent.slice(0, 5).join(", ")}${silent.length > 5 ? ` and ${silent.length - 5} more` : ""}.` }] : []),
    fair === null
      ? { id: "staggering", verdict: "warning", sentence: "Early and late units cannot be compared one by one here. If the effect grows with time or differs between units, this average is skewed." }
      : check(
          "staggering",
          Math.sign(fair) !== Math.sign(fit.effect.estimate) && (effect.high < effect.none || effect.low > effect.none),
          `Comparing each starting group only with units still waiting gives ${differenceInWords(fair)} per unit of exposure.`,
          `Comparing each starting group only with units still waiting points the other way (${differenceInWords(fair)} per unit of exposure). The effect probably differs between early and late units; report both.`,
        ),
    { id: "design", verdict: "holds", sentence: "It takes for granted that trained and waiting units would have moved alike, and that units did not get ready, or learn from others, before their date." },
  ];
}

function crudeOf(rows: readonly PanelRow[], level: number) {
  const total = (on: boolean) => rows.filter(({ treated }) => treated > 0.5 === on).reduce((sum, { value, exposure = 1 }) => ({ events: sum.events + value, exposure: sum.exposure + exposure }), { events: 0, exposure: 0 });
  const [before, after] = [total(false), total(true)];
  if (before.exposure === 0 || after.exposure === 0 || before.events + after.events === 0) return null;
  const { ratio, exact } = rateRatio(before, after, level);
  return { ratio, low: exact.low, high: exact.high };
}

/** Units with the same start, all periods present and exposures that do not change; null when the panel is not of that form. */
function fairEffect(rows: readonly PanelRow[]): number | null {
  const periods = [...new Set(rows.map(({ period }) => period))];
  const units = new Map<string, PanelRow[]>();
  for (const row of rows) units.set(row.unit, [...(units.get(row.unit) ?? []), row]);
  const cohorts: Cohort[] = [];
  for (const own of units.values()) {
    const sorted = periods.map((period) => own.find((row) => row.period === period));
    if (sorted.some((row) => row === undefined)) return null;
    const all = sorted as PanelRow[];
    const start = all.findIndex(({ treated }) => treated > 0);
    cohorts.push({ start: start < 0 ? Infinity : start, size: all.reduce((sum, { exposure = 1 }) => sum + exposure, 0) / all.length, means: all.map(({ value, exposure = 1 }) => value / exposure) });
  }
  return foundOrNull(() => averageEffectOnTrained(cohorts).effect);
}
