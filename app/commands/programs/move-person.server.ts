import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { chosen } from "~/domain/access/words";
import { moveRuling } from "~/domain/programs/move";
import { lockPerson } from "~/store/people.server";
import { movePerson as saveMove, organizationById, vacateSeats } from "~/store/programs.server";

/** The group follows the organization; the seats stay with the old one and become vacant. */
export const movePerson = command("person.move", {
  input: z.strictObject({ personId: chosen("Choose a person."), organizationId: chosen("Choose an organization.") }),
  load: async (db, { personId, organizationId }, actor) => {
    if (actor.kind !== "person") return null;
    const person = await lockPerson(db, actor.programId, personId);
    const to = await organizationById(db, actor.programId, organizationId);
    return person && to && { person, to, thing: { programId: actor.programId } };
  },
  rule: ({ person, to }) => moveRuling(person, to),
  save: async (db, move, _moment, { person }) => {
    if (!(await saveMove(db, person.id, move))) return refused(`${person.name} was moved by somebody else just now.`, 409);
    return allowed({ personId: person.id, vacated: await vacateSeats(db, person.id) });
  },
  record: (move, { personId, vacated }, { person }) => ({ subject: "person", subjectId: personId, detail: { name: person.name, ...move, vacated } }),
  announce: (_move, { personId }) => [{ kind: "rights.changed", personId }],
});
