import type { Thing } from "../access/may";

/** What `may` asks about people in training: for everybody outside their organization they do not exist. */
export function traineeThing({ programId, organizationId }: { programId: string; organizationId: string }): Thing {
  return { programId, organizationId, visibility: "organization" };
}
