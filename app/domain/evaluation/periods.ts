import type { Frequency } from "./measure";

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const two = (number: number) => String(number).padStart(2, "0");

/**
 * A period as it is kept: its first month, "2025-03", or for a year "2025". Reads 2025-03, 2025-03-01, 3/2025, 3/1/2025, Mar 2025, March 2025,
 * 2025 Q1, Q1 2025 and 2025. A day that is not the first of its month is none: totals have months, incidents have days.
 */
export function readPeriod(words: string, frequency: Frequency): string | null {
  const text = words.trim().toLowerCase();
  const found = dated(text);
  if (!found) return null;
  const { year, month } = found;
  if (year < 1990 || year > 2100) return null;
  if (frequency === "yearly") return month === null || month === 1 ? String(year) : null;
  if (month === null) return null;
  if (frequency === "quarterly") return month % 3 === 1 ? `${year}-${two(month)}` : null;
  return `${year}-${two(month)}`;
}

function dated(text: string): { year: number; month: number | null } | null {
  const month = (number: string | undefined) => (Number(number) >= 1 && Number(number) <= 12 ? Number(number) : null);
  let match = /^(\d{4})$/.exec(text);
  if (match) return { year: Number(match[1]), month: null };
  match = /^(\d{4})[-/.](\d{1,2})(?:[-/.](0?1))?$/.exec(text);
  if (match) return month(match[2]) ? { year: Number(match[1]), month: month(match[2]) } : null;
  match = /^(\d{1,2})[/.-](?:0?1[/.-])?(\d{4})$/.exec(text);
  if (match) return month(match[1]) ? { year: Number(match[2]), month: month(match[1]) } : null;
  match = /^([a-z]{3,9})\.?[ -]+(\d{4})$/.exec(text);
  const named = match ? months.findIndex((name) => match?.[1]?.startsWith(name)) : -1;
  if (match && named >= 0) return { year: Number(match[2]), month: named + 1 };
  match = /^(\d{4})[ -]?q([1-4])$/.exec(text);
  if (match) return { year: Number(match[1]), month: 3 * Number(match[2]) - 2 };
  match = /^q([1-4])[ -]?(\d{4})$/.exec(text);
  return match ? { year: Number(match[2]), month: 3 * Number(match[1]) - 2 } : null;
}

/** The block of sums that a period belongs to: its year, or a wave by itself. */
export function blockNameOf(period: string, frequency: Frequency): string {
  return frequency === "wave" ? period : period.slice(0, 4);
}

/** The periods that make a block complete. */
export function expectedPeriods(block: string, frequency: Frequency): string[] {
  if (frequency === "monthly") return months.map((_, at) => `${block}-${two(at + 1)}`);
  if (frequency === "quarterly") return [1, 4, 7, 10].map((month) => `${block}-${two(month)}`);
  return [block];
}

/** The period after this one. */
export function nextPeriod(period: string, frequency: Frequency): string {
  if (period.length === 4) return String(Number(period) + 1);
  const step = frequency === "quarterly" ? 3 : 1;
  const month = Number(period.slice(5)) + step;
  return month > 12 ? `${Number(period.slice(0, 4)) + 1}-${two(month - 12)}` : `${period.slice(0, 4)}-${two(month)}`;
}

/** "Mar. 2025", "1st quarter 2025" or "2025". */
export function periodInWords(period: string, frequency: Frequency): string {
  if (period.length === 4) return period;
  const [year, month] = [period.slice(0, 4), Number(period.slice(5))];
  if (frequency === "quarterly") return `Q${Math.ceil(month / 3)} ${year}`;
  const name = months[month - 1] ?? "";
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}${name === "may" ? "" : "."} ${year}`;
}
