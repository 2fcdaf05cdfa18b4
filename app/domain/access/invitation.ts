import { allowed, refused, type Ruling } from "./ruling";
import { roleNames, type Role } from "./roles";

/** How long an invitation waits, in milliseconds: 72 hours. */
export const invitationLifetime = 72 * 60 * 60_000;

export type InvitationTimes = { expiresAt: Date; acceptedAt: Date | null };

export function invitationRuling({ expiresAt, acceptedAt }: InvitationTimes, now: Date): Ruling<true> {
  if (acceptedAt) return refused("This invitation was used. Sign in, or ask the person who invited you for a new one.", 409);
  if (now.getTime() >= expiresAt.getTime()) return refused("This invitation has run out. Ask the person who invited you for a new one.", 409);
  return allowed(true);
}

/** Nobody gives a role that reaches further than their own: who decides for an agency is chosen by that agency's head or an administrator. */
export function givableRoles(own: readonly Role[]): Role[] {
  const plain: Role[] = ["drafter", "reviewer", "voter", "researcher", "trainer", "observer"];
  if (own.includes("programAdmin")) return ["programAdmin", "coordinator", ...plain, "approver"];
  return [...(own.includes("coordinator") ? (["coordinator"] as const) : []), ...plain, ...(own.includes("approver") ? (["approver"] as const) : [])];
}

/** An agency head's roles reach their own organization only, so only there may they make another head. */
export function rolesRuling(given: readonly Role[], { own, ownOrganization }: { own: readonly Role[]; ownOrganization: boolean }): Ruling<true> {
  const givable = givableRoles(own).filter((role) => role !== "approver" || ownOrganization || own.includes("programAdmin"));
  const beyond = given.find((role) => !givable.includes(role));
  return beyond ? refused(`You cannot give the role ${roleNames[beyond]}. An administrator can.`, 403, "roles") : allowed(true);
}
