import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { restorationRuling } from "~/domain/access/suspension";
import { chosen } from "~/domain/access/words";
import { deleteSessionsOf } from "~/store/access.server";
import { lockPerson, markRestored } from "~/store/people.server";

/** Lets a suspended person sign in again. */
export const restorePerson = command("person.restore", {
  input: z.strictObject({ personId: chosen("Choose a person.") }),
  load: async (db, { personId }, actor) => {
    if (actor.kind !== "person") return null;
    const person = await lockPerson(db, actor.programId, personId);
    return person && { person, thing: { programId: person.programId, organizationId: person.organizationId } };
  },
  rule: ({ person }, _input, { actor }) => {
    if (actor.kind !== "person") return refused("Sign in to do this.", 401);
    const ruling = restorationRuling(person, actor);
    return ruling.ok ? allowed(person) : ruling;
  },
  save: async (db, { id, name }) => {
    if (!(await markRestored(db, id))) return refused(`${name} is not suspended.`, 409);
    // One that was begun while the suspension was being saved must not come alive again.
    await deleteSessionsOf(db, id);
    return allowed({ personId: id });
  },
  record: ({ name }, { personId }) => ({ subject: "person", subjectId: personId, detail: { name } }),
  announce: ({ id }) => [
    { kind: "rights.changed", personId: id },
    { kind: "session.ended", personId: id, sessionId: null },
  ],
});
