import { chooseAuditContact } from "~/commands/records/choose-audit-contact.server";
import { signDueHeads } from "~/commands/records/sign-head.server";
import type { Actor } from "~/domain/access/may";
import { done } from "./done";
import type { PersonKey } from "./people";

type Member = Extract<Actor, { kind: "person" }>;

/** Each partner that has somebody to keep them is sent the signed heads of the records; the first is signed at once. */
export async function publicRecord(members: Record<PersonKey, Member>): Promise<void> {
  for (const key of ["cit", "advocate", "researcher"] as const) {
    const { organizationId, personId } = members[key];
    done(await chooseAuditContact(members.coordinator, { organizationId, personId }));
  }
  await signDueHeads();
}
