/** Minutes in a text such as "1.5" or "0.75" hours; null for anything else, for nothing, and for more than a day. Quarter hours and the like are exact: 0.67 is 40 minutes. */
export function minutesOfHours(text: string): number | null {
  const [said] = /^\d{1,2}(\.\d{1,2})?$/.exec(text.trim().replace(/\s*(h|hours?)$/i, "")) ?? [];
  if (said === undefined) return null;
  const minutes = Math.round(Number(said) * 60);
  return minutes > 0 && minutes <= 24 * 60 ? minutes : null;
}

/** Hours with at most two digits, as schedules print them: 90 minutes are "1.5", 40 minutes "0.67". */
export function hoursInWords(minutes: number): string {
  return String(Math.round((minutes / 60) * 100) / 100);
}

/** A sum as a page prints it: "40.0 h". */
export function sumInWords(minutes: number): string {
  const hours = Math.round((minutes / 60) * 100) / 100;
  return `${Number.isInteger(hours * 10) ? hours.toFixed(1) : hours.toFixed(2)} h`;
}
