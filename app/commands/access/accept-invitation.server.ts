import { createHash } from "node:crypto";
import { z } from "zod";
import { command } from "~/commands/command.server";
import { invitationRuling } from "~/domain/access/invitation";
import { passwordRuling } from "~/domain/access/password";
import { allowed, refused } from "~/domain/access/ruling";
import { line } from "~/domain/access/words";
import { claimInvitation, insertPerson, invitationByHash } from "~/store/people.server";

const input = z.strictObject({
  token: z.string().min(20).max(100),
  name: line("Write your name."),
  password: z.string({ error: "Choose a password." }),
  passwordHash: z.string().startsWith("$argon2id$"),
});

/** Makes the invited person a member. The link works for one of those who use it, the first. */
export const acceptInvitation = command("invitation.accept", {
  input,
  load: async (db, { token }) => {
    const invitation = await invitationByHash(db, createHash("sha256").update(token).digest("hex"));
    return invitation && { invitation, thing: { programId: invitation.programId } };
  },
  rule: ({ invitation }, { name, password, passwordHash }, { now }) => {
    const open = invitationRuling(invitation, now);
    if (!open.ok) return open;
    if (invitation.invitedBy?.suspendedAt) return refused("The person who invited you cannot invite any more. Ask a coordinator for a new invitation.", 409);
    const { organization, programId, organizationId, email, roles } = invitation;
    const strong = passwordRuling(password, [name, email, organization.name, organization.program.name]);
    if (!strong.ok) return strong;
    return allowed({ invitationId: invitation.id, person: { programId, organizationId, email, roles, name, passwordHash } });
  },
  save: async (db, { invitationId, person }, { now }) => {
    if (!(await claimInvitation(db, invitationId, now))) return refused("This invitation was used. Sign in, or ask the person who invited you for a new one.", 409);
    const made = await insertPerson(db, person);
    return made ? allowed({ personId: made.id }) : refused("Somebody with your e-mail address has an account already. Sign in with it.", 409);
  },
  record: ({ invitationId, person }, { personId }) => ({
    subject: "person",
    subjectId: personId,
    detail: { invitationId, name: person.name, organizationId: person.organizationId, roles: person.roles },
  }),
});
