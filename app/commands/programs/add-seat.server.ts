import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed } from "~/domain/access/ruling";
import { chosen, line, plainDay } from "~/domain/access/words";
import { termRuling } from "~/domain/programs/seats";
import { insertSeat, organizationById } from "~/store/programs.server";

/** The title of a seat and its term, as forms send them. */
export const seatTerm = {
  title: line("Name the seat.", 80),
  termStart: plainDay("Give the first day of the term."),
  termEnd: z.union([z.literal(""), plainDay("")], { error: "Write the day as year-month-day, such as 2027-11-23, or leave it empty." }).default(""),
};

const input = z.strictObject({
  ...seatTerm,
  organizationId: chosen("Choose an organization."),
  voting: z.enum(["voting", "non-voting"], { error: "Say whether the seat votes." }),
});

/** A seat belongs to an organization and counts in that organization's group. */
export const addSeat = command("seat.add", {
  input,
  load: async (db, { organizationId }, actor) => {
    if (actor.kind !== "person") return null;
    const organization = await organizationById(db, actor.programId, organizationId);
    return organization && { organization, thing: { programId: actor.programId } };
  },
  rule: ({ organization, thing }, { voting, termEnd, ...seat }) => {
    const term = { termStart: seat.termStart, termEnd: termEnd || null };
    const ruling = termRuling(term);
    return ruling.ok ? allowed({ ...seat, ...term, voting: voting === "voting", programId: thing.programId, groupId: organization.groupId }) : ruling;
  },
  save: async (db, seat) => allowed({ seatId: (await insertSeat(db, seat)).id }),
  record: ({ programId: _programId, ...seat }, { seatId }) => ({ subject: "seat", subjectId: seatId, detail: seat }),
});
