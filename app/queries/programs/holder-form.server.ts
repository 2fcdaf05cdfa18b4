import { query } from "~/queries/query.server";
import { peopleOf, programOf, seatById } from "~/store/programs.server";

/** A seat, and the people of its organization who may be given it. */
export const holderForm = query("seat.assign", async (db, { seatId }: { seatId: string }, actor) => {
  if (actor.kind !== "person") return null;
  const [seat, people, program] = await Promise.all([seatById(db, actor.programId, seatId), peopleOf(db, actor.programId), programOf(db, actor.programId)]);
  if (!seat || !program) return null;
  const candidates = people.filter(({ organizationId, suspendedAt }) => organizationId === seat.organizationId && !suspendedAt).map(({ id, name }) => ({ id, name }));
  return { thing: { programId: actor.programId }, seat, candidates, timeZone: program.timeZone };
});

/** A seat, before its title or term changes. */
export const termForm = query("seat.change", async (db, { seatId }: { seatId: string }, actor) => {
  if (actor.kind !== "person") return null;
  const seat = await seatById(db, actor.programId, seatId);
  return seat && { thing: { programId: actor.programId }, seat };
});
