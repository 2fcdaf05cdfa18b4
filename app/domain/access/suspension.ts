import type { Role } from "./roles";
import { allowed, refused, type Ruling } from "./ruling";

export type Suspendable = { id: string; name: string; roles: readonly Role[]; suspendedAt: Date | null };
export type Suspender = { personId: string; roles: readonly Role[] };

/** `otherAdmins`: how many other administrators of the program are not suspended. */
export function suspensionRuling(person: Suspendable, by: Suspender, otherAdmins: number): Ruling<true> {
  if (person.suspendedAt) return refused(`${person.name} is suspended already.`, 409);
  if (person.id === by.personId) return refused("You cannot suspend yourself.", 409);
  const isAdmin = person.roles.includes("programAdmin");
  if (isAdmin && !by.roles.includes("programAdmin")) return refused("Only an administrator suspends an administrator.", 403);
  if (isAdmin && otherAdmins === 0) return refused(`${person.name} is the only administrator. Make another one first.`, 409);
  return allowed(true);
}

export function restorationRuling(person: Suspendable, by: Suspender): Ruling<true> {
  if (!person.suspendedAt) return refused(`${person.name} is not suspended.`, 409);
  if (person.roles.includes("programAdmin") && !by.roles.includes("programAdmin")) return refused("Only an administrator restores an administrator.", 403);
  return allowed(true);
}
