import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";
import { command } from "~/commands/command.server";
import { invitationLifetime, rolesRuling } from "~/domain/access/invitation";
import { givenRoles } from "~/domain/access/roles";
import { allowed, refused } from "~/domain/access/ruling";
import { chosen, emailAddress, line } from "~/domain/access/words";
import { emailIsTaken, insertInvitation } from "~/store/people.server";
import { organizationById } from "~/store/programs.server";

const input = z.strictObject({
  name: line("Write the person's name."),
  email: emailAddress,
  organizationId: chosen("Choose an organization."),
  roles: z.array(z.enum(givenRoles, { error: "Choose roles from the list." })).min(1, "Choose at least one role.").max(givenRoles.length),
});

/** Gives a link that works once, for 72 hours. Only its hash is kept, so it can be shown this one time. */
export const invitePerson = command("person.invite", {
  input,
  load: async (db, { email, organizationId }, actor) => {
    if (actor.kind !== "person") return null;
    const organization = await organizationById(db, actor.programId, organizationId);
    return organization && { organization, taken: await emailIsTaken(db, email), thing: { programId: actor.programId, organizationId } };
  },
  rule: ({ taken, organization }, { roles, ...person }, { actor, now }) => {
    if (actor.kind !== "person") return refused("Sign in to do this.", 401);
    const ruling = rolesRuling(roles, { own: actor.roles, ownOrganization: organization.id === actor.organizationId });
    if (!ruling.ok) return ruling;
    if (roles.includes("approver") && !organization.isAgency) return refused(`${organization.name} is not an agency, so it has no agency head.`, 422, "roles");
    if (taken) return refused("Somebody with this e-mail address has an account already.", 409, "email");
    return allowed({ ...person, roles: [...new Set(roles)], programId: actor.programId, invitedById: actor.personId, expiresAt: new Date(now.getTime() + invitationLifetime) });
  },
  save: async (db, invitation, { now }) => {
    const token = randomBytes(32).toString("base64url");
    const { id } = await insertInvitation(db, { ...invitation, tokenHash: hashOfInvitation(token) }, now);
    return allowed({ invitationId: id, token, name: invitation.name, expiresAt: invitation.expiresAt });
  },
  record: ({ name, organizationId, roles }, { invitationId }) => ({ subject: "invitation", subjectId: invitationId, detail: { name, organizationId, roles } }),
});

export function hashOfInvitation(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
