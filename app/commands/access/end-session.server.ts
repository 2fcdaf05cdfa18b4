import { z } from "zod";
import { allowed } from "~/domain/access/ruling";
import { command } from "~/commands/command.server";
import { deleteSession, sessionById } from "~/store/access.server";
import { personById } from "~/store/people.server";

/** Ends one session; what is held open with it is closed too. */
export const endSession = command("session.end", {
  input: z.strictObject({ sessionId: z.string().regex(/^[0-9a-f]{64}$/) }),
  load: async (db, { sessionId }, actor) => {
    if (actor.kind !== "person") return null;
    const session = await sessionById(db, sessionId);
    const person = session && (await personById(db, actor.programId, session.personId));
    return session && person ? { session, thing: { programId: person.programId, ownerIds: [person.id] } } : null;
  },
  rule: ({ session }) => allowed(session),
  save: async (db, { id, personId }) => {
    await deleteSession(db, id);
    return allowed({ personId });
  },
  record: (_session, { personId }) => ({ subject: "session", subjectId: personId }),
  announce: ({ id, personId }) => [{ kind: "session.ended", personId, sessionId: id }],
});
