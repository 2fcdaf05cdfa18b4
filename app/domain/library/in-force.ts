/** The calendar day (YYYY-MM-DD) of an instant in an IANA time zone. */
export function dayIn(timeZone: string, at: Date): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(at);
}

/** An adoption: an edition that an agency put in force from a day (YYYY-MM-DD). */
export type Adopted = { editionId: string; organizationId: string; from: string };

/**
 * What is in force for an agency on a day: its adoption with the latest first day not after it, or null.
 * Two editions can share no day, because an agency has at most one adoption a day.
 */
export function inForceOn(adoptions: readonly Adopted[], organizationId: string, day: string): Adopted | null {
  return adoptions
    .filter((adoption) => adoption.organizationId === organizationId && adoption.from <= day)
    .reduce<Adopted | null>((latest, adoption) => (latest === null || adoption.from > latest.from ? adoption : latest), null);
}
