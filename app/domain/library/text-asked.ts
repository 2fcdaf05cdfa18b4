import { isDay } from "../decisions/business-days";
import { allowed, refused, type Ruling } from "../access/ruling";
import { inForceOn, type Adopted } from "./in-force";

/** An adoption that may hold the agency's own text in place of the edition's. */
export type AdoptedText = Adopted & { ownTextId: string | null };
export type Asked = { edition: number | null; agencyId: string | null; day: string };

/** The day that an address names, null for today; a day that no calendar has is refused at its field (422). */
export function dayAsked(typed: string | null): Ruling<string | null> {
  const text = typed?.trim() ?? "";
  if (text === "") return allowed(null);
  return isDay(text) ? allowed(text) : refused("Write a day that exists, as year, month and day, such as 2025-03-01.", 422, "asOf");
}

/**
 * Which text is asked for. By its number, an edition as it was carried, or with an agency as that agency adopted it last;
 * without a number, what is in force on the day: for the agency, or the newest edition that is in force anywhere.
 * Null when there is no such text.
 */
export function textAsked<Edition extends { id: string; number: number }, Adoption extends AdoptedText>(
  { edition, agencyId, day }: Asked,
  editions: readonly Edition[],
  adoptions: readonly Adoption[],
): { edition: Edition; adoption: Adoption | null } | null {
  const own = adoptions.filter(({ organizationId }) => agencyId === null || organizationId === agencyId);
  if (edition !== null) {
    const chosen = editions.find(({ number }) => number === edition);
    if (!chosen || agencyId === null) return chosen ? { edition: chosen, adoption: null } : null;
    const adoption = own.filter(({ editionId }) => editionId === chosen.id).reduce<Adoption | null>((last, one) => (last === null || one.from > last.from ? one : last), null);
    return adoption && { edition: chosen, adoption };
  }
  const held = [...new Set(own.map(({ organizationId }) => organizationId))].flatMap((id) => inForceOn(own, id, day) ?? []);
  const found = editions.flatMap((one) => held.filter(({ editionId }) => editionId === one.id).map((adoption) => ({ edition: one, adoption })));
  const newest = found.reduce<(typeof found)[number] | null>((last, one) => (last === null || one.edition.number > last.edition.number ? one : last), null);
  return newest && { edition: newest.edition, adoption: agencyId === null ? null : newest.adoption };
}
