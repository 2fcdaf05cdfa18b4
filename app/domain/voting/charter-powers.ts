import type { Actor } from "../access/may";
import { allowed, refused, type Ruling } from "../access/ruling";
import type { CharterRules } from "./charter";

/** Coordinators and administrators act for the whole program; everybody else for what is their own, as far as the charter lets them. */
function actsForProgram(actor: Actor): boolean {
  return actor.kind === "person" && (actor.roles.includes("coordinator") || actor.roles.includes("programAdmin"));
}

/** Whether this person may open a vote under this charter. Ask `may` first. */
export function openingPower(rules: Pick<CharterRules, "opening">, actor: Actor): Ruling<true> {
  if (actsForProgram(actor) || rules.opening === "authors") return allowed(true);
  return refused("Under this charter only a coordinator opens a vote.", 403);
}

/** Whether this person may give a vote more time under this charter. Ask `may` first. */
export function extendingPower(rules: Pick<CharterRules, "extending">, actor: Actor): Ruling<true> {
  if (rules.extending === "nobody") return refused("Under this charter nobody can extend a vote.", 403);
  if (actsForProgram(actor) || rules.extending === "authors") return allowed(true);
  return refused("Under this charter only a coordinator extends a vote.", 403);
}
