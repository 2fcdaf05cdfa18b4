import type { Effect } from "./analysis";

/** A number with as many digits as a reader needs: three that count, thousands with commas, never an exponent for ordinary sizes. */
export function inWords(value: number): string {
  if (Number.isNaN(value)) return "not estimated";
  if (!Number.isFinite(value)) return value > 0 ? "without limit" : "without limit below";
  if (value === 0) return "0";
  const size = Math.abs(value);
  if (size >= 100) return Math.round(value).toLocaleString("en-US");
  if (size < 1e-4) return value.toExponential(1).replace("e-", " x 10^-");
  const digits = size >= 10 ? 1 : size >= 1 ? 2 : Math.min(6, 2 - Math.floor(Math.log10(size)));
  return value.toLocaleString("en-US", { maximumFractionDigits: digits });
}

/** A p-value as it is printed: "p = 0.032", "p < 0.001". */
export function pInWords(p: number): string {
  return p < 0.001 ? "p < 0.001" : `p = ${p.toFixed(3)}`;
}

/** 0.757 as "24% lower", 1.06 as "6% higher", 3.2 as "3.2 times as high". */
export function ratioInWords(ratio: number): string {
  if (ratio >= 2) return Number.isFinite(ratio) ? `${inWords(ratio)} times as high` : "higher without limit";
  const percent = Math.round(Math.abs(ratio - 1) * 100);
  const change = percent === 0 && ratio !== 1 ? (Math.abs(ratio - 1) * 100).toFixed(1) : String(percent);
  return ratio === 1 ? "the same" : `${change}% ${ratio < 1 ? "lower" : "higher"}`;
}

/** A difference as "2.1 points lower". */
export function differenceInWords(value: number, unit = ""): string {
  const amount = `${inWords(Math.abs(value))}${unit && ` ${unit}`}`;
  return value === 0 ? "the same" : `${amount} ${value < 0 ? "lower" : "higher"}`;
}

/** The size of an effect in words. */
export function sizeInWords({ kind, unit }: Effect, value: number): string {
  return kind === "ratio" ? ratioInWords(value) : differenceInWords(value, unit);
}

/** "95% interval 0.74 to 0.78". */
export function intervalInWords({ low, high, level }: Effect): string {
  return `${Math.round(level * 100)}% interval ${inWords(low)} to ${inWords(high)}`;
}

/**
 * The one sentence for lay readers. An interval that holds "no effect" is said as such, with the range that the data allow,
 * so that "no detectable change" is never read as "no change".
 */
export function readingOf(effect: Effect, measure: string, when: string): string {
  const { value, low, high, none } = effect;
  const range = `from ${sizeInWords(effect, low)} to ${sizeInWords(effect, high)}`;
  const subject = atTheStart(measure);
  if (low <= none && high >= none) return `${subject}: no detectable change. The best estimate is ${sizeInWords(effect, value)} ${when}, and the data fit anything ${range}.`;
  return `${subject}: ${sizeInWords(effect, value)} ${when} (the data fit anything ${range}).`;
}

/** What is measured, as a sentence begins with it. */
export function atTheStart(measure: string): string {
  return `${measure.charAt(0).toUpperCase()}${measure.slice(1)}`;
}

/** "1 period", "5 periods". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en-US")} ${count === 1 ? one : many}`;
}
