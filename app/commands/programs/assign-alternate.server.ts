import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { chosen } from "~/domain/access/words";
import { alternateRuling } from "~/domain/programs/seats";
import { setAlternate } from "~/store/programs.server";
import { loadSeatWithCandidate } from "./assign-seat.server";

/** Names who votes from a seat while its holder has not; nobody with an empty choice. A vote that is open keeps its own roll. */
export const assignAlternate = command("seat.assign", {
  input: z.strictObject({ seatId: chosen("Choose a seat."), alternateId: z.string({ error: "Choose an alternate." }).trim().max(200) }),
  load: (db, { seatId, alternateId }, actor) => loadSeatWithCandidate(db, { seatId, personId: alternateId }, actor),
  rule: ({ seat, candidate, held }) => {
    const ruling = alternateRuling(seat, candidate, held);
    return ruling.ok ? allowed({ from: seat.alternate?.id ?? null, to: candidate?.id ?? null }) : ruling;
  },
  save: async (db, { from, to }, _moment, { seat }) => {
    const first = await setAlternate(db, seat.id, from, to);
    return first ? allowed({ seatId: seat.id }) : refused("Somebody else changed this seat just now. Look again.", 409, "alternateId");
  },
  record: ({ from, to }, { seatId }, { seat, candidate }) => ({ subject: "seat", subjectId: seatId, detail: { title: seat.title, alternate: { from, to, name: candidate?.name ?? null } } }),
});
