import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import type { Actor } from "~/domain/access/may";
import { chosen } from "~/domain/access/words";
import { holderRuling, type Candidate } from "~/domain/programs/seats";
import type { Database } from "~/store/database.server";
import { lockPerson } from "~/store/people.server";
import { seatById, seatsHeldBy, setHolder } from "~/store/programs.server";

/** Gives a seat to a person, or makes it vacant with an empty holder. A vote that is open keeps its own roll. */
export const assignSeat = command("seat.assign", {
  input: z.strictObject({ seatId: chosen("Choose a seat."), holderId: z.string({ error: "Choose who holds the seat." }).trim().max(200) }),
  load: (db, { seatId, holderId }, actor) => loadSeatWithCandidate(db, { seatId, personId: holderId }, actor),
  rule: ({ seat, candidate, held }) => {
    const ruling = holderRuling(seat, candidate, held);
    return ruling.ok ? allowed({ from: seat.holder?.id ?? null, to: candidate?.id ?? null }) : ruling;
  },
  save: async (db, { from, to }, _moment, { seat }) => {
    const first = await setHolder(db, seat.id, from, to);
    return first ? allowed({ seatId: seat.id }) : refused("Somebody else changed this seat just now. Look again.", 409, "holderId");
  },
  record: ({ from, to }, { seatId }, { seat, candidate }) => ({ subject: "seat", subjectId: seatId, detail: { title: seat.title, from, to, name: candidate?.name ?? null } }),
});

/** A seat, whom it would be given to, and what that person has already. */
export async function loadSeatWithCandidate(db: Database, { seatId, personId }: { seatId: string; personId: string }, actor: Actor) {
  if (actor.kind !== "person") return null;
  // The person first: two seats given to one person at once are given one after the other.
  const person = personId ? await lockPerson(db, actor.programId, personId) : null;
  const seat = await seatById(db, actor.programId, seatId);
  if (!seat || (personId && !person)) return null;
  const candidate: Candidate | null = person && { ...person, suspended: person.suspendedAt !== null };
  return { seat, candidate, held: person ? await seatsHeldBy(db, person.id) : [], thing: { programId: actor.programId } };
}
