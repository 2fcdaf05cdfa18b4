import type { Role } from "~/domain/access/roles";
import { allowed, refused, type Ruling } from "~/domain/access/ruling";

export type Mover = { id: string; name: string; organizationId: string; roles: readonly Role[] };

/** Seats belong to the organization and stay there. A head decides for one agency, so that role stays behind too. */
export function moveRuling(person: Mover, to: { id: string; name: string }): Ruling<{ from: string; to: string; roles: Role[] }> {
  if (person.organizationId === to.id) return refused(`${person.name} belongs to ${to.name} already.`, 422, "organizationId");
  return allowed({ from: person.organizationId, to: to.id, roles: person.roles.filter((role) => role !== "approver") });
}
