import { allowed, refused, type Ruling } from "../access/ruling";

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

/**
 * The instant of a wall-clock time such as "2026-11-01T17:00" in a time zone.
 * A time that happens twice or never that day (clocks change) is refused at `field`.
 */
export function instantOf(local: string, timeZone: string, field: string): Ruling<Date> {
  const wanted = parse(local);
  if (wanted === null) return refused("Please give a date and a time, such as 2026-11-01 17:00.", 422, field);
  const [first, second] = instants(wanted, timeZone);
  if (first === undefined) return refused("The clocks go forward then, so that time does not exist. Choose another.", 422, field);
  if (second !== undefined) return refused("The clocks go back then, so that time happens twice. Choose another.", 422, field);
  return allowed(new Date(first));
}

/** The same time of day so many calendar days later. Where that time happens twice the later is meant, where it is skipped the hour after. */
export function daysLater(from: Date, days: number, timeZone: string): Date {
  const wanted = wallClock(from.getTime(), timeZone) + days * DAY;
  const found = instants(wanted, timeZone).at(-1) ?? instants(wanted + HOUR, timeZone).at(-1);
  return new Date(found ?? from.getTime() + days * DAY);
}

/** The day at an instant, "2026-11-23", in a time zone. */
export function dayOf(at: Date, timeZone: string): string {
  return new Date(wallClock(at.getTime(), timeZone)).toISOString().slice(0, 10);
}

/** What a datetime-local field holds: "2026-11-01T17:00". */
export function wallClockOf(at: Date, timeZone: string): string {
  return new Date(wallClock(at.getTime(), timeZone)).toISOString().slice(0, 16);
}

function parse(local: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local)) return null;
  const at = Date.parse(`${local}:00Z`);
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 16) !== local ? null : at;
}

/** All instants, earliest first, at which a clock in the zone shows `wanted` (milliseconds as if it were UTC). */
function instants(wanted: number, timeZone: string): number[] {
  const offsets = [wanted - DAY, wanted + DAY].map((near) => wallClock(near, timeZone) - near);
  const found = [...new Set(offsets.map((offset) => wanted - offset))].filter((at) => wallClock(at, timeZone) === wanted);
  return found.sort((one, other) => one - other);
}

function wallClock(at: number, timeZone: string): number {
  const shown = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(shown.find((one) => one.type === type)?.value);
  const whole = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
  return whole + (((at % 1000) + 1000) % 1000);
}
