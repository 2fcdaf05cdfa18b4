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

export type RoleChange = {
  person: { id: string; name: string; roles: readonly Role[] };
  by: { personId: string; roles: readonly Role[]; ownOrganization: boolean };
  wanted: readonly Role[];
  isAgency: boolean;
  /** How many other administrators of the program are not suspended. */
  otherAdmins: number;
};

/** Whoever changes roles gives and takes only those that they could give in an invitation; the program keeps an administrator. */
export function roleChangeRuling({ person, by, wanted, isAgency, otherAdmins }: RoleChange): Ruling<Role[]> {
  const roles = [...new Set(wanted)];
  const given = roles.filter((role) => !person.roles.includes(role));
  const taken = person.roles.filter((role) => !roles.includes(role));
  if (given.length + taken.length === 0) return refused(`${person.name} has these roles already.`, 422, "roles");
  const givable = rolesRuling([...given, ...taken], { own: by.roles, ownOrganization: by.ownOrganization });
  if (!givable.ok) return refused(givable.reason.replace("give the role", "give or take the role"), 403, "roles");
  if (given.includes("approver") && !isAgency) return refused(`${person.name} does not belong to an agency, so there is nothing to be head of.`, 422, "roles");
  if (taken.includes("programAdmin") && otherAdmins === 0) return refused(`${person.name} is the only administrator. Make another one first.`, 409, "roles");
  return { ok: true, value: roles };
}
