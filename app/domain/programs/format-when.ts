type Moment = Date | string;

const months = ["Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."];

/** What people in these zones call them. Where the clock never changes, the name is the standard one. */
const zoneNames: Record<string, string> = {
  "America/New_York": "ET",
  "America/Detroit": "ET",
  "America/Indiana/Indianapolis": "ET",
  "America/Kentucky/Louisville": "ET",
  "America/Chicago": "CT",
  "America/Menominee": "CT",
  "America/Denver": "MT",
  "America/Boise": "MT",
  "America/Phoenix": "MST",
  "America/Los_Angeles": "PT",
  "America/Anchorage": "AKT",
  "America/Juneau": "AKT",
  "Pacific/Honolulu": "HST",
  "America/Puerto_Rico": "AST",
  "America/St_Thomas": "AST",
  "Pacific/Guam": "ChST",
  "Pacific/Saipan": "ChST",
  "Pacific/Pago_Pago": "SST",
};

/** "Nov. 23, 2026, 5:00 p.m. CT (in 3 days)"; without `now`, the part in parentheses is left out. */
export function formatWhen(at: Moment, timeZone: string, now?: Moment): string {
  const hint = now === undefined ? "" : ` (${formatHint(at, timeZone, now)})`;
  return `${formatDay(at, timeZone)}, ${formatTime(at, timeZone)}${hint}`;
}

/** "Nov. 23, 2026". A plain day such as "2026-11-23" is that day in every zone. */
export function formatDay(day: Moment, timeZone: string): string {
  const [year, month, date] = civilDay(day, timeZone);
  return `${months[month - 1]} ${date}, ${year}`;
}

/** "5:00 p.m. CT" */
export function formatTime(at: Moment, timeZone: string): string {
  const parts = clockParts(at, timeZone);
  const hour = Number(parts.hour);
  return `${hour % 12 || 12}:${parts.minute} ${hour < 12 ? "a.m." : "p.m."} ${zoneName(at, timeZone)}`;
}

/** "in 3 days", "tomorrow", "in 20 minutes", "2 days ago". Days are counted on the program's calendar, not in hours. */
export function formatHint(at: Moment, timeZone: string, now: Moment): string {
  const days = dayNumber(at, timeZone) - dayNumber(now, timeZone);
  if (days === 0) return isPlainDay(at) ? "today" : hintWithinDay(at, now);
  if (days === 1) return "tomorrow";
  if (days === -1) return "yesterday";
  const length = Math.abs(days);
  if (length < 60) return hint(days, length, "day");
  if (length < 700) return hint(days, Math.round(length / 30.44), "month");
  return hint(days, Math.round(length / 365.25), "year");
}

function hintWithinDay(at: Moment, now: Moment): string {
  const minutes = Math.round((new Date(at).getTime() - new Date(now).getTime()) / 60_000);
  const length = Math.abs(minutes);
  if (length < 1) return "now";
  return length < 60 ? hint(minutes, length, "minute") : hint(minutes, Math.floor(length / 60), "hour");
}

function hint(direction: number, length: number, unit: string): string {
  const span = `${length} ${unit}${length === 1 ? "" : "s"}`;
  return direction > 0 ? `in ${span}` : `${span} ago`;
}

function dayNumber(at: Moment, timeZone: string): number {
  const [year, month, date] = civilDay(at, timeZone);
  return Date.UTC(year, month - 1, date) / 86_400_000;
}

function civilDay(at: Moment, timeZone: string): [number, number, number] {
  if (isPlainDay(at)) {
    const [year = 0, month = 1, date = 1] = at.split("-").map(Number);
    return [year, month, date];
  }
  const parts = clockParts(at, timeZone);
  return [Number(parts.year), Number(parts.month), Number(parts.day)];
}

function isPlainDay(at: Moment): at is string {
  return typeof at === "string" && /^\d{4}-\d{2}-\d{2}$/.test(at);
}

function clockParts(at: Moment, timeZone: string): Record<string, string> {
  const parts = clock(timeZone).formatToParts(new Date(at));
  return Object.fromEntries(parts.map(({ type, value }) => [type, value]));
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clock(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
  });
  clocks.set(timeZone, made);
  return made;
}

function zoneName(at: Moment, timeZone: string): string {
  const known = zoneNames[timeZone];
  if (known) return known;
  const parts = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "short" }).formatToParts(new Date(at));
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? timeZone;
}
