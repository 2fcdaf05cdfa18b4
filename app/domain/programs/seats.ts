import { permissions } from "~/domain/access/permissions";
import type { Role } from "~/domain/access/roles";
import { allowed, refused, type Ruling } from "~/domain/access/ruling";

/** Days as 2026-11-23, which sort as text. A term without an end goes on. Both days belong to the term. */
export type Term = { termStart: string; termEnd: string | null };

export type SeatHolder = { id: string; name: string; suspended: boolean };
export type Seat = Term & { id: string; title: string; voting: boolean; groupId: string; organizationId: string; holder: SeatHolder | null; alternate: SeatHolder | null };

export function termCovers({ termStart, termEnd }: Term, day: string): boolean {
  return termStart <= day && (termEnd === null || day <= termEnd);
}

export function termsOverlap(one: Term, other: Term): boolean {
  return (other.termEnd === null || one.termStart <= other.termEnd) && (one.termEnd === null || other.termStart <= one.termEnd);
}

/** A seat is filled on a day when its term covers it and its holder is not suspended. */
export function isFilled(seat: Term & { holder: Pick<SeatHolder, "suspended"> | null }, day: string): boolean {
  return termCovers(seat, day) && seat.holder !== null && !seat.holder.suspended;
}

/** "2/4 filled", and what quorum is a share of, as the charter says. */
export function seatsInWords(seats: readonly Seat[], day: string, quorumBase: "filled" | "authorized"): { short: string; base: string } {
  const voting = seats.filter((seat) => seat.voting && termCovers(seat, day));
  const filled = voting.filter((seat) => isFilled(seat, day)).length;
  if (voting.length === 0) return { short: "No voting seats", base: "This group has no voting seat, so it takes no part in votes." };
  const base =
    quorumBase === "authorized"
      ? `Quorum counts all ${counted(voting.length, "voting seat")}, vacant ones too.`
      : filled === 0
        ? "Quorum counts filled seats only, and none is filled."
        : `Quorum counts the ${counted(filled, "filled voting seat")}.`;
  return { short: `${filled}/${voting.length} filled`, base };
}

export function termRuling({ termStart, termEnd }: Term): Ruling<true> {
  return termEnd !== null && termEnd < termStart ? refused("The last day of the term is before its first.", 422, "termEnd") : allowed(true);
}

export type Candidate = SeatHolder & { organizationId: string; roles: readonly Role[] };

/** Who may hold a seat: someone of its organization, who can vote if the seat votes, in one voting seat at a time. */
export function holderRuling(seat: Seat, candidate: Candidate | null, otherSeats: readonly Seat[]): Ruling<true> {
  const no = (reason: string, status: 409 | 422 = 422) => refused(reason, status, "holderId");
  if (candidate?.id === seat.holder?.id) return no(candidate ? `${candidate.name} holds this seat already.` : "This seat is vacant already.", 409);
  if (!candidate) return allowed(true);
  if (candidate.id === seat.alternate?.id) return no(`${candidate.name} is the alternate of this seat. Nobody is both. Choose another alternate first.`, 409);
  if (candidate.suspended) return no(`${candidate.name} is suspended.`, 409);
  if (candidate.organizationId !== seat.organizationId) return no("A seat is held by someone of its organization.");
  if (!seat.voting) return allowed(true);
  if (candidate.roles.every((role) => permissions["vote.cast"][role] === "none")) return no(`The roles of ${candidate.name} do not include voting.`);
  const other = otherSeats.find((held) => held.id !== seat.id && held.voting && held.holder?.id === candidate.id && termsOverlap(held, seat));
  if (other) return no(`${candidate.name} holds the voting seat "${other.title}" in that time. One person has one vote.`, 409);
  const standsIn = otherSeats.find((one) => one.id !== seat.id && one.voting && one.alternate?.id === candidate.id && termsOverlap(one, seat));
  return standsIn ? no(`${candidate.name} is the alternate for the voting seat "${standsIn.title}" in that time. One person has one vote.`, 409) : allowed(true);
}

/** Who may stand in for the holder of a voting seat: the same people, never the holder, and nobody who holds or stands in for another voting seat in that time. */
export function alternateRuling(seat: Seat, candidate: Candidate | null, otherSeats: readonly Seat[]): Ruling<true> {
  const no = (reason: string, status: 409 | 422 = 422) => refused(reason, status, "alternateId");
  if (candidate?.id === seat.alternate?.id) return no(candidate ? `${candidate.name} is the alternate of this seat already.` : "This seat has no alternate already.", 409);
  if (!candidate) return allowed(true);
  if (!seat.voting) return no("This seat does not vote, so it needs no alternate.");
  if (candidate.id === seat.holder?.id) return no(`${candidate.name} holds this seat. Nobody is both holder and alternate.`, 409);
  const asHolder = holderRuling({ ...seat, holder: null, alternate: null }, candidate, otherSeats.filter(({ id }) => id !== seat.id));
  return asHolder.ok ? asHolder : no(asHolder.reason, asHolder.status === 409 ? 409 : 422);
}

function counted(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? "" : "s"}`;
}
