/** An edition an agency adopted, and its first day there as "2026-11-23". */
export type AdoptedEdition = { organizationId: string; organizationName: string; number: number; effectiveFrom: string; until: string | null; ownTextId?: string | null };

/** What holds at one agency on a day, and what will follow it. */
export type AgencyStanding = {
  organizationId: string;
  organizationName: string;
  /** `own` where it is the agency's own text, adopted with changes; `until` is the last day of an interim order. */
  inForce: { number: number; since: string; until: string | null; own: boolean } | null;
  coming: { number: number; from: string } | null;
};

/** For each agency, the edition with the latest first day that is not after `day`, and the next one to come. Days are "2026-11-23". */
export function standingOn(day: string, agencies: readonly { id: string; name: string }[], adoptions: readonly AdoptedEdition[]): AgencyStanding[] {
  const known = new Map(agencies.map(({ id, name }) => [id, name]));
  for (const { organizationId, organizationName } of adoptions) if (!known.has(organizationId)) known.set(organizationId, organizationName);
  return [...known].map(([organizationId, organizationName]) => {
    const own = adoptions.filter((adoption) => adoption.organizationId === organizationId).sort((one, other) => (one.effectiveFrom < other.effectiveFrom ? -1 : 1));
    const held = own.filter(({ effectiveFrom, until }) => effectiveFrom <= day && (until === null || until >= day)).at(-1);
    const next = own.find(({ effectiveFrom }) => effectiveFrom > day);
    return {
      organizationId,
      organizationName,
      inForce: held ? { number: held.number, since: held.effectiveFrom, until: held.until, own: Boolean(held.ownTextId) } : null,
      coming: next ? { number: next.number, from: next.effectiveFrom } : null,
    };
  });
}
