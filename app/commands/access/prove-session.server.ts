import { z } from "zod";
import { command } from "~/commands/command.server";
import { networkOf } from "~/domain/access/signature";
import { allowed, refused } from "~/domain/access/ruling";
import { proveSession as saveProof, sessionById } from "~/store/access.server";

/** Whoever is signed in gives the password again, so that they may sign within minutes. A wrong one is recorded. */
export const proveSession = command("session.prove", {
  input: z.strictObject({ sessionId: z.string(), correct: z.boolean(), address: z.string().max(100) }),
  load: async (db, { sessionId }) => {
    const session = await sessionById(db, sessionId);
    return session?.actor ? { session, thing: { programId: session.actor.programId, ownerIds: [session.personId] } } : null;
  },
  rule: (_, { correct, address }) => (correct ? allowed({ from: networkOf(address) }) : refused("The password is not right.", 401, "password")),
  save: async (db, { from }, { now }, { session }) => {
    if (!(await saveProof(db, session.id, { provedAt: now, provedFrom: from }))) return refused("Your session has ended. Sign in again.", 401);
    return allowed({ sessionId: session.id });
  },
  record: ({ from }, _, { session }) => ({ subject: "session", subjectId: session.personId, detail: { from } }),
});
