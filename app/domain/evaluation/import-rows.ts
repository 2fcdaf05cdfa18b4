import type { Frequency, MeasureUnit } from "./measure";
import { nextPeriod, readPeriod } from "./periods";

/** What a column of a file may be. */
export const columnRoles = ["measure", "period", "agency", "breakdown", "stratum", "numerator", "denominator", "leave"] as const;
export type ColumnRole = (typeof columnRoles)[number];

export const roleNames: Record<ColumnRole, string> = {
  measure: "Measure",
  period: "Period",
  agency: "Agency",
  breakdown: "Break-down, such as race or age",
  stratum: "Group within the break-down",
  numerator: "Numerator",
  denominator: "Denominator",
  leave: "Leave this column out",
};

/** How a file is read: the role of each column, and what holds for every row where there is no column for it. */
export type Mapping = { roles: readonly ColumnRole[]; measureId: string; organizationId: string; breakdown: string };

export type KnownMeasure = { id: string; key: string; name: string; unit: MeasureUnit; frequency: Frequency; agreed: boolean };
export type Known = { measures: readonly KnownMeasure[]; agencies: readonly { id: string; name: string; shortName: string }[]; thisMonth: string };
export type AggregateRow = { measureId: string; organizationId: string; period: string; breakdown: string; stratum: string; numerator: number; denominator: number | null };

const roleWords: readonly [ColumnRole, RegExp][] = [
  ["period", /^(period|month|quarter|year|date|wave)$/],
  ["measure", /^(measure|indicator|metric)( (key|name))?$/],
  ["agency", /^(agency|organization|organisation|department|site)( name)?$/],
  ["breakdown", /^(breakdown|break down|dimension|split)$/],
  ["stratum", /^(stratum|group|category|race|ethnicity|age|age group|sex|gender|district|shift)$/],
  ["numerator", /^(numerator|count|n|events|numerator count)$/],
  ["denominator", /^(denominator|total|contacts|population|d|denominator count|exposure)$/],
];

/** A first reading of the headings, for the person to correct. Each role is given once. */
export function guessedRoles(header: readonly string[]): ColumnRole[] {
  const given = new Set<ColumnRole>();
  return header.map((column) => {
    const words = column.replace(/[^a-zA-Z]+/g, " ").trim().toLowerCase();
    const role = roleWords.find(([name, word]) => !given.has(name) && word.test(words))?.[0] ?? "leave";
    if (role !== "leave") given.add(role);
    return role;
  });
}

/** The heading of the groups is also the name of what they break down by, when it says so itself. */
export function guessedBreakdown(header: readonly string[], roles: readonly ColumnRole[]): string {
  const words = (header[roles.indexOf("stratum")] ?? "").trim().toLowerCase();
  return roles.includes("breakdown") || /^(stratum|group|category)?$/.test(words) ? "" : words.slice(0, 60);
}

/** What the mapping lacks, with the field; null when the file can be read with it. */
export function mappingFault({ roles, measureId, organizationId, breakdown }: Mapping): { field: string; reason: string } | null {
  const times = (role: ColumnRole) => roles.filter((one) => one === role).length;
  const twice = columnRoles.find((role) => role !== "leave" && times(role) > 1);
  if (twice) return { field: `roles-${roles.lastIndexOf(twice)}`, reason: `Two columns are “${roleNames[twice]}”. Choose one of them.` };
  const first = "roles-0";
  if (times("period") === 0) return { field: first, reason: "Say which column holds the period." };
  if (times("numerator") === 0) return { field: first, reason: "Say which column holds the numerator." };
  if (times("measure") === 0 && !measureId) return { field: "measureId", reason: "Choose the measure, or say which column names it." };
  if (times("agency") === 0 && !organizationId) return { field: "organizationId", reason: "Choose the agency, or say which column names it." };
  if (times("stratum") > 0 && times("breakdown") === 0 && !breakdown) return { field: "breakdown", reason: "Say what the groups break the whole down by, such as race." };
  return null;
}

export type Numbers = "point" | "comma";

/** Whether numbers are written with a decimal comma: decided once for a file, from values that can only mean one. "1.234" means either, so it decides nothing. */
export function numberStyle(values: Iterable<string>): Numbers {
  for (const value of values) {
    if (decimal(value, ",", "\\.")) return "comma";
    if (decimal(value, "\\.", ",")) return "point";
  }
  return "point";
}

function decimal(value: string, mark: string, thousands: string): boolean {
  return new RegExp(`^-?(\\d+${mark}(\\d{1,2}|\\d{4,})|(0|\\d{4,})${mark}\\d+|\\d{1,3}(${thousands}\\d{3})+${mark}\\d+|\\d{1,3}(${thousands}\\d{3}){2,})$`).test(value);
}

/** The values of the two columns of numbers. */
export function* numbersIn(rows: Iterable<readonly string[]>, { roles }: Pick<Mapping, "roles">): Generator<string> {
  const columns = [roles.indexOf("numerator"), roles.indexOf("denominator")].filter((column) => column >= 0);
  for (const row of rows) for (const column of columns) yield (row[column] ?? "").trim();
}

/** A number as it was written, or null: never a guess. */
export function readNumber(value: string, style: Numbers): number | null {
  const plain = style === "comma" ? value.replace(/\.(?=\d{3}\b)/g, "").replace(",", ".") : value.replace(/,(?=\d{3}\b)/g, "");
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

/** Above this a count is a slip of the pen, and far above it digits are lost. */
const largest = 1_000_000_000_000;

/** Reads one row, or says what is wrong with it and what to do. */
export function readRow(row: readonly string[], mapping: Mapping, known: Known, style: Numbers): AggregateRow | string {
  const at = (role: ColumnRole) => (row[mapping.roles.indexOf(role)] ?? "").trim();
  const has = (role: ColumnRole) => mapping.roles.includes(role);
  const named = at("measure").toLowerCase();
  const measure = known.measures.find(({ id, key, name }) => (has("measure") ? key === named || name.toLowerCase() === named : id === mapping.measureId));
  if (!measure) return has("measure") ? `“${at("measure")}” is no measure of the library. Use its short word or its name.` : "The measure is not in the library.";
  if (!measure.agreed) return `“${measure.name}” is outside the data-sharing agreement. Take its rows out, or change the agreement.`;
  const where = at("agency").toLowerCase();
  const agency = known.agencies.find(({ id, name, shortName }) => (has("agency") ? name.toLowerCase() === where || shortName.toLowerCase() === where : id === mapping.organizationId));
  if (!agency) return `“${at("agency")}” is no organization of the program. Use its name as it stands on the program page.`;
  const period = readPeriod(at("period"), measure.frequency);
  if (!period) return `“${at("period")}” is no ${measure.frequency === "quarterly" ? "quarter" : measure.frequency === "yearly" ? "year" : "month"}. Write it as ${measure.frequency === "yearly" ? "2025" : "2025-03"}.`;
  if ((measure.frequency === "wave" ? period : nextPeriod(period, measure.frequency)) > known.thisMonth) return `${period} is not over yet, so it has no total.`;
  const numerator = readNumber(at("numerator"), style);
  if (numerator === null) return `The numerator “${at("numerator")}” is no number. Write a missing count as no row at all.`;
  if (numerator < 0) return `The numerator ${numerator} is below zero.`;
  if (measure.unit !== "mean" && !Number.isInteger(numerator)) return `The numerator ${numerator} is not a whole number.`;
  const denominator = measure.unit === "count" ? null : readNumber(at("denominator"), style);
  if (measure.unit !== "count") {
    if (denominator === null) return at("denominator") === "" ? "The denominator is missing." : `The denominator “${at("denominator")}” is no number.`;
    if (denominator < 0 || (denominator === 0 && numerator > 0)) return `The denominator ${denominator} cannot belong to the numerator ${numerator}.`;
    if (measure.unit !== "rate" && !Number.isInteger(denominator)) return `The denominator ${denominator} is not a whole number.`;
    if ((measure.unit === "share" || measure.unit === "perThousand") && numerator > denominator) return `The numerator ${numerator} is above its denominator ${denominator}.`;
  }
  const large = [numerator, denominator ?? 0].find((number) => number > largest);
  if (large !== undefined) return `${large.toLocaleString("en-US")} is more than anybody can have counted. At most ${largest.toLocaleString("en-US")} is taken; look the number up at its source.`;
  const stratum = at("stratum");
  const whole = stratum === "" || /^(all|total|\*)$/i.test(stratum);
  const breakdown = has("breakdown") ? at("breakdown") : mapping.breakdown;
  if (!whole && breakdown === "") return `The group “${stratum}” belongs to no break-down. Name it, such as race.`;
  if (stratum.length > 60 || breakdown.length > 60) return "The name of a group has at most 60 characters.";
  return { measureId: measure.id, organizationId: agency.id, period, breakdown: whole ? "" : breakdown.toLowerCase(), stratum: whole ? "" : stratum, numerator, denominator };
}

/** What one row counts, so that the same twice in a file is noticed. */
export function countedAs({ measureId, organizationId, period, breakdown, stratum }: AggregateRow): string {
  return [measureId, organizationId, period, breakdown, stratum].join("\u001f");
}
