import { can, type Actor } from "~/domain/access/may";
import { isFilled, seatsInWords, termCovers } from "~/domain/programs/seats";
import { dayOf } from "~/domain/voting/deadline";
import { query } from "~/queries/query.server";
import { databaseTime, type Database } from "~/store/database.server";
import { groupsOf, latestCharter, organizationsOf, programOf, seatsOf } from "~/store/programs.server";

/** The stakeholder groups, each with "2/4 filled" and what its quorum is a share of. */
export const groupList = query("program.read", async (db, _input: null, actor) => {
  if (actor.kind !== "person") return null;
  const known = await groupsWithSeats(db, actor);
  return known && { thing: { programId: actor.programId }, groups: known.groups, mayAdd: can(actor, "group.add", { programId: actor.programId }) };
});

/** One group: its seats, filled and vacant, and its organizations. */
export const groupPage = query("program.read", async (db, { groupId }: { groupId: string }, actor) => {
  if (actor.kind !== "person") return null;
  const thing = { programId: actor.programId };
  const known = await groupsWithSeats(db, actor);
  const group = known?.groups.find(({ id }) => id === groupId);
  if (!known || !group) return null;
  const organizations = (await organizationsOf(db, actor.programId)).filter((organization) => organization.groupId === groupId);
  return { thing, group, organizations, timeZone: known.timeZone, rights: { assignSeat: can(actor, "seat.assign", thing), changeSeat: can(actor, "seat.change", thing), addSeat: can(actor, "seat.add", thing) } };
});

async function groupsWithSeats(db: Database, { programId }: Extract<Actor, { kind: "person" }>) {
  const [program, groups, seats, charter, now] = await Promise.all([programOf(db, programId), groupsOf(db, programId), seatsOf(db, programId), latestCharter(db, programId), databaseTime(db)]);
  if (!program) return null;
  const today = dayOf(now, program.timeZone);
  return {
    timeZone: program.timeZone,
    groups: groups.map((group) => {
      const own = seats.filter((seat) => seat.groupId === group.id);
      return {
        ...group,
        ...seatsInWords(own, today, charter?.rules.quorumBase ?? "filled"),
        required: charter?.rules.requiredGroups.includes(group.id) ?? false,
        seats: own.map((seat) => ({ ...seat, filled: isFilled(seat, today), inTerm: termCovers(seat, today) })),
      };
    }),
  };
}
