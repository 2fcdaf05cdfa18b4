import { scaleLinear, scaleLog, type ScaleContinuousNumeric } from "d3-scale";
import { inWords } from "~/domain/evaluation/number-words";
import type { Canvas } from "./chart-frame";

export type Scale = ScaleContinuousNumeric<number, number>;

/** The part of the picture inside the axes. */
export type Plot = { left: number; right: number; top: number; bottom: number };

export function plotOf({ width, height, narrow }: Canvas, { top = 16, right = narrow ? 10 : 16, bottom = 34, left = narrow ? 38 : 48 }: Partial<Record<"top" | "right" | "bottom" | "left", number>> = {}): Plot {
  return { left, right: width - right, top, bottom: height - bottom };
}

/** A scale for values: from zero when the values are near it, else with a little air. */
export function valueScale(values: readonly (number | null | undefined)[], { bottom, top }: Plot, fromZero = true, ceiling = Infinity): Scale {
  const known = values.filter((value): value is number => typeof value === "number" && Number.isFinite(value));
  const [least, most] = [Math.min(...known, fromZero ? 0 : Infinity), Math.max(...known, fromZero ? 0 : -Infinity)];
  const air = (most - least || Math.abs(most) || 1) * 0.06;
  const scale = scaleLinear().domain([fromZero && least >= 0 ? 0 : least - air, most + air]).range([bottom, top]);
  if (fromZero) scale.nice(5);
  const [low = 0, high = 0] = scale.domain();
  return high > ceiling && most <= ceiling ? scale.domain([low, ceiling]) : scale;
}

/** A scale for effects: by logarithms for ratios, with "no effect" always on it. */
export function effectScale(values: readonly number[], kind: "ratio" | "difference", left: number, right: number): Scale {
  const none = kind === "ratio" ? 1 : 0;
  const known = [...values.filter((value) => Number.isFinite(value) && (kind === "difference" || value > 0)), none];
  const [least, most] = [Math.min(...known), Math.max(...known)];
  if (kind === "difference") return scaleLinear().domain([least, most]).range([left, right]).nice(5);
  return scaleLog().domain([Math.max(least / 1.1, 0.01), Math.min(most * 1.1, 100)]).range([left, right]).clamp(true);
}

/** Ticks that a reader expects; for ratios halves and doubles. */
export function effectTicks(scale: Scale, kind: "ratio" | "difference", most: number): number[] {
  if (kind === "difference") return scale.ticks(most);
  const [least = 0, largest = 1] = scale.domain();
  const wide = largest / least > 12 ? [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2, 4, 10, 20, 100] : largest / least > 4 ? [0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4] : [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.2, 1.4, 1.6, 1.8, 2, 2.5];
  const inside = wide.filter((tick) => tick >= least && tick <= largest);
  return inside.length <= most ? inside : inside.filter((tick, i) => tick === 1 || (i - inside.indexOf(1)) % 2 === 0);
}

/** Horizontal hairlines with their numbers. */
export function ValueAxis({ scale, plot, ticks = 5, percent = false }: { scale: Scale; plot: Plot; ticks?: number; percent?: boolean }) {
  return (
    <g className="chart-axis">
      {scale.ticks(ticks).map((tick) => (
        <g key={tick}>
          <line className="chart-grid" x1={plot.left} x2={plot.right} y1={scale(tick)} y2={scale(tick)} />
          <text x={plot.left - 8} y={scale(tick)} dy="0.34em" textAnchor="end">
            {percent ? `${inWords(tick * 100)}%` : inWords(tick)}
          </text>
        </g>
      ))}
    </g>
  );
}

/** Names of periods under the picture, thinned so that they do not touch. */
export function PeriodAxis({ labels, x, plot, narrow }: { labels: readonly string[]; x: (place: number) => number; plot: Plot; narrow: boolean }) {
  const longest = Math.max(...labels.map((label) => label.length), 1);
  const room = Math.max(2, Math.floor((plot.right - plot.left) / (longest * (narrow ? 7 : 7.5) + 14)));
  const step = Math.max(1, Math.ceil(labels.length / room));
  const half = longest * 3.5;
  return (
    <g className="chart-axis">
      <line className="chart-baseline" x1={plot.left} x2={plot.right} y1={plot.bottom} y2={plot.bottom} />
      {labels.map((label, i) =>
        i % step === 0 ? (
          <g key={i}>
            <line className="chart-baseline" x1={x(i)} x2={x(i)} y1={plot.bottom} y2={plot.bottom + 4} />
            <text x={Math.max(half, Math.min(x(i), plot.right + 8 - half))} y={plot.bottom + 18} textAnchor="middle">
              {label}
            </text>
          </g>
        ) : null,
      )}
    </g>
  );
}

/** The place of a period on the picture. */
export function periodScale(count: number, plot: Plot): (place: number) => number {
  const inset = Math.min(14, (plot.right - plot.left) / (2 * Math.max(count, 1)));
  const scale = scaleLinear().domain([0, Math.max(count - 1, 1)]).range([plot.left + inset, plot.right - inset]);
  return (place) => scale(place);
}
