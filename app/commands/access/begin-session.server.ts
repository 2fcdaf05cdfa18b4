import { z } from "zod";
import { allowed, refused } from "~/domain/access/ruling";
import { command } from "~/commands/command.server";
import { accountById, insertSession } from "~/store/access.server";
import { firstProgramId } from "~/store/people.server";

const input = z.strictObject({
  /** Whose password was tried; empty when the address is nobody's. */
  personId: z.string(),
  correct: z.boolean(),
  address: z.string().max(100),
  session: z.strictObject({ id: z.string().regex(/^[0-9a-f]{64}$/), personId: z.string(), createdAt: z.date(), lastSeenAt: z.date(), expiresAt: z.date() }),
});

/** The same sentence for a wrong password and for an address that nobody has. */
const notKnown = "The e-mail address or the password is not right.";

export const beginSession = command("session.begin", {
  input,
  load: async (db, { personId }) => {
    const person = personId ? await accountById(db, personId) : null;
    return { person, thing: { programId: person?.programId ?? (await firstProgramId(db)) } };
  },
  rule: ({ person }, { correct, session, address }) => {
    if (!person || !correct || session.personId !== person.id) return refused(notKnown, 401, "password");
    if (person.suspendedAt) return refused("This account is suspended. A coordinator of your program can tell you why.", 403);
    return allowed({ session, address });
  },
  save: async (db, { session }) => {
    await insertSession(db, session);
    return allowed({ personId: session.personId });
  },
  record: ({ address }, { personId }, { person }) => ({ subject: "session", subjectId: personId, detail: { address }, by: person?.actor ?? undefined }),
});
