const hours = 3_600_000;

/** How long before a vote closes those are reminded who have not voted: hours. */
export const reminderHours = [72, 24] as const;
export type ReminderHours = (typeof reminderHours)[number];

/**
 * The reminder whose moment has come, the nearest to the deadline. None for a moment before the vote opened:
 * then the news that it is open has just gone out.
 */
export function reminderDue({ openedAt, closesAt, now }: { openedAt: Date; closesAt: Date; now: Date }): ReminderHours | null {
  if (now >= closesAt) return null;
  const due = reminderHours.filter((before) => {
    const moment = closesAt.getTime() - before * hours;
    return now.getTime() >= moment && openedAt.getTime() < moment;
  });
  return due.at(-1) ?? null;
}

/** A vote that was extended reminds again, before its new end. */
export function reminderCause(roundId: string, closesAt: Date, before: ReminderHours): string {
  return `round.remind:${roundId}:${closesAt.toISOString()}:${before}`;
}
