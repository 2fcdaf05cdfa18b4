import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed } from "~/domain/access/ruling";
import { chosen } from "~/domain/access/words";
import { holderRuling, termRuling } from "~/domain/programs/seats";
import { lockPerson } from "~/store/people.server";
import { saveSeat, seatById, seatsHeldBy } from "~/store/programs.server";
import { seatTerm } from "./add-seat.server";

/** Changes the title or the term of a seat. Whoever holds it must be free for the new term. */
export const changeSeat = command("seat.change", {
  input: z.strictObject({ seatId: chosen("Choose a seat."), ...seatTerm }),
  load: async (db, { seatId }, actor) => {
    if (actor.kind !== "person") return null;
    const seat = await seatById(db, actor.programId, seatId);
    if (!seat) return null;
    const holder = seat.holder && (await lockPerson(db, actor.programId, seat.holder.id));
    return { seat, holder, held: holder ? await seatsHeldBy(db, holder.id) : [], thing: { programId: actor.programId } };
  },
  rule: ({ seat, holder, held }, { title, termStart, termEnd }) => {
    const term = { termStart, termEnd: termEnd || null };
    const ruling = termRuling(term);
    if (!ruling.ok) return ruling;
    const free = holder && holderRuling({ ...seat, ...term, holder: null, alternate: null }, { ...holder, suspended: false }, held);
    if (free && !free.ok && free.status === 409) return { ...free, field: "termEnd", fields: { termEnd: [free.reason] } };
    return allowed({ title, ...term });
  },
  save: async (db, change, _moment, { seat }) => {
    await saveSeat(db, seat.id, change);
    return allowed({ seatId: seat.id });
  },
  record: (change, { seatId }, { seat: { title, termStart, termEnd } }) => ({ subject: "seat", subjectId: seatId, detail: { from: { title, termStart, termEnd }, to: change } }),
});
