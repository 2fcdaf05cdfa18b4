/** The calendar day (YYYY-MM-DD) of an instant in an IANA time zone. */
export function dayIn(timeZone: string, at: Date): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(at);
}

/** An adoption: an edition that an agency put in force from a day (YYYY-MM-DD), for an interim order until a last day. */
export type Adopted = { editionId: string; organizationId: string; from: string; until?: string | null };

/**
 * What is in force for an agency on a day: of its adoptions whose time it is, the one with the latest first day, or null.
 * Two editions can share no day, because an agency has at most one adoption a day.
 */
export function inForceOn<One extends Adopted>(adoptions: readonly One[], organizationId: string, day: string): One | null {
  return adoptions
    .filter((adoption) => adoption.organizationId === organizationId && adoption.from <= day && (!adoption.until || adoption.until >= day))
    .reduce<One | null>((latest, adoption) => (latest === null || adoption.from > latest.from ? adoption : latest), null);
}
