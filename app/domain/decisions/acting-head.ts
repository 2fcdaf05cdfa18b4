import { allowed, refused, type Ruling } from "../access/ruling";
import { daysOn } from "./business-days";

/** Who acts for a head does so for a year at most. In days. */
export const longestActing = 366;

export type Acting = { from: string; until: string };

/** May this person act for the head: of the agency itself, able to sign in, for a time that begins and ends. */
export function actingRuling(person: { suspendedAt: Date | null } | null, { from, until }: Acting, today: string): Ruling<true> {
  if (!person) return refused("Choose somebody of this agency.", 422, "personId");
  if (person.suspendedAt) return refused("This person is suspended. Choose somebody who can sign in.", 422, "personId");
  if (from < today) return refused("The first day cannot be before today.", 422, "from");
  if (until < from) return refused("The last day cannot be before the first.", 422, "until");
  if (until > daysOn(from, longestActing)) return refused("Name somebody for a year at most.", 422, "until");
  return allowed(true);
}
