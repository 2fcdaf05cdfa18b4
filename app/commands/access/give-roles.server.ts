import { z } from "zod";
import { command } from "~/commands/command.server";
import { roleChangeRuling } from "~/domain/access/invitation";
import { givenRoles } from "~/domain/access/roles";
import { allowed, refused } from "~/domain/access/ruling";
import { chosen } from "~/domain/access/words";
import { lockPerson, otherAdministrators, saveRoles } from "~/store/people.server";
import { lockProgram, organizationById } from "~/store/programs.server";

/** Changes what a person does in the program. Seats and votes that were cast stay; an open vote keeps its roll. */
export const giveRoles = command("role.give", {
  input: z.strictObject({ personId: chosen("Choose a person."), roles: z.array(z.enum(givenRoles, { error: "Choose roles from the list." })).min(1, "Choose at least one role.").max(givenRoles.length) }),
  load: async (db, { personId }, actor) => {
    if (actor.kind !== "person") return null;
    await lockProgram(db, actor.programId);
    const person = await lockPerson(db, actor.programId, personId);
    const organization = person && (await organizationById(db, actor.programId, person.organizationId));
    if (!person || !organization) return null;
    return { person, isAgency: organization.isAgency, otherAdmins: await otherAdministrators(db, actor.programId, personId), thing: { programId: person.programId, organizationId: person.organizationId } };
  },
  rule: ({ person, isAgency, otherAdmins }, { roles }, { actor }) => {
    if (actor.kind !== "person") return refused("Sign in to do this.", 401);
    const by = { personId: actor.personId, roles: actor.roles, ownOrganization: actor.organizationId === person.organizationId };
    const ruling = roleChangeRuling({ person, by, wanted: roles, isAgency, otherAdmins });
    return ruling.ok ? allowed({ personId: person.id, from: person.roles, to: ruling.value }) : ruling;
  },
  save: async (db, { personId, to }) => {
    await saveRoles(db, personId, to);
    return allowed({ personId });
  },
  record: ({ from, to }, { personId }, { person }) => ({ subject: "person", subjectId: personId, detail: { name: person.name, from, to } }),
  announce: ({ personId }) => [{ kind: "rights.changed", personId }],
});
