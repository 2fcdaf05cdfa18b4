import { query } from "~/queries/query.server";
import { organizationForContact } from "~/store/records-heads.server";

export const auditContactForm = query("audit-contact.choose", async (db, { organizationId }: { organizationId: string }) => {
  const organization = await organizationForContact(db, organizationId);
  return organization && { thing: { programId: organization.programId, organizationId }, organization };
});
