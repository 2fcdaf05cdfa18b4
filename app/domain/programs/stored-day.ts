/** A date column has no hour; people and rules use it as 2026-11-23. */
export function storedDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

export function dayToStore(day: string): Date {
  return new Date(`${day}T00:00:00.000Z`);
}
