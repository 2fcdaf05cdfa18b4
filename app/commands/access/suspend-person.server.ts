import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { suspensionRuling } from "~/domain/access/suspension";
import { chosen } from "~/domain/access/words";
import { deleteSessionsOf } from "~/store/access.server";
import { lockPerson, markSuspended, otherAdministrators } from "~/store/people.server";
import { lockProgram } from "~/store/programs.server";

/** Ends every session at once. What the person wrote and voted stays theirs. */
export const suspendPerson = command("person.suspend", {
  input: z.strictObject({ personId: chosen("Choose a person.") }),
  load: async (db, { personId }, actor) => {
    if (actor.kind !== "person") return null;
    await lockProgram(db, actor.programId);
    const person = await lockPerson(db, actor.programId, personId);
    if (!person) return null;
    const thing = { programId: person.programId, organizationId: person.organizationId };
    return { person, otherAdmins: await otherAdministrators(db, actor.programId, personId), thing };
  },
  rule: ({ person, otherAdmins }, _input, { actor }) => {
    if (actor.kind !== "person") return refused("Sign in to do this.", 401);
    const ruling = suspensionRuling(person, actor, otherAdmins);
    return ruling.ok ? allowed(person) : ruling;
  },
  save: async (db, { id, name }, { now }) => {
    if (!(await markSuspended(db, id, now))) return refused(`${name} is suspended already.`, 409);
    return allowed({ personId: id, sessions: await deleteSessionsOf(db, id) });
  },
  record: ({ name }, { personId, sessions }) => ({ subject: "person", subjectId: personId, detail: { name, sessionsEnded: sessions } }),
  announce: ({ id }) => [
    { kind: "rights.changed", personId: id },
    { kind: "session.ended", personId: id, sessionId: null },
  ],
});
