import { allowed, refused, type Ruling } from "../access/ruling";
import { hoursInWords, sumInWords } from "./hours";

/** The days of a course from a text with one day a line, such as 2027-03-01; sorted, each once, at most sixty. */
export function courseDays(text: string): Ruling<string[]> {
  const said = text.split(/[\n,;]+/).map((day) => day.trim()).filter(Boolean);
  if (said.length === 0) return refused("Give at least one day, such as 2027-03-01.", 422, "days");
  const wrong = said.find((day) => !isDay(day));
  if (wrong) return refused(`“${wrong.slice(0, 30)}” is not a day. Write year-month-day, such as 2027-03-01, one a line.`, 422, "days");
  const twice = said.find((day, at) => said.indexOf(day) !== at);
  if (twice) return refused(`${twice} stands there twice.`, 422, "days");
  if (said.length > 60) return refused("A course has at most 60 days.", 422, "days");
  return allowed([...said].sort());
}

/** So many minutes of a course fit into one day. */
const longestDay = 12 * 60;

/** Whether the hours of a curriculum fit into the days that a course is given. */
export function hoursFitRuling(minutes: number, days: readonly string[]): Ruling<true> {
  const least = Math.ceil(minutes / longestDay);
  if (days.length >= least) return allowed(true);
  return refused(`The curriculum has ${sumInWords(minutes)}, and a day holds at most ${hoursInWords(longestDay)} h. Give at least ${least} days.`, 422, "days");
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text;
}
