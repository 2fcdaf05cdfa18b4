import type { Thing } from "../access/may";

/** What `may` asks about acknowledging: it is each person's own, in the agency that adopted, and not there for anybody else. */
export function adoptionThing({ programId, organizationId }: { programId: string; organizationId: string }, personId: string | null): Thing {
  return { programId, organizationId, visibility: "organization", ownerIds: personId ? [personId] : [] };
}
