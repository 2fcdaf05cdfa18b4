import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { organizationForContact, saveAuditContact } from "~/store/records-heads.server";

/** Who of an organization is sent the signed head of the records each day; nobody when left empty. */
export const chooseAuditContact = command("audit-contact.choose", {
  input: z.strictObject({ organizationId: z.string().min(1), personId: z.string().max(200).default("") }),
  load: async (db, { organizationId }) => {
    const organization = await organizationForContact(db, organizationId);
    return organization && { thing: { programId: organization.programId, organizationId }, organization };
  },
  rule: ({ organization }, { personId }) => {
    if (personId !== "" && !organization.people.some(({ id }) => id === personId)) return refused(`Choose somebody of ${organization.name}.`, 422, "personId");
    return allowed({ personId: personId || null });
  },
  save: async (db, { personId }, _moment, { organization }) => {
    await saveAuditContact(db, organization.id, personId);
    return allowed({ organizationId: organization.id });
  },
  record: ({ personId }, _result, { organization }) => ({ subject: "organization", subjectId: organization.id, detail: { from: organization.auditContact?.id ?? null, to: personId } }),
});
