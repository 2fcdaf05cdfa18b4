import { givableRoles } from "~/domain/access/invitation";
import type { Actor } from "~/domain/access/may";
import { query } from "~/queries/query.server";
import type { Database } from "~/store/database.server";
import { personById } from "~/store/people.server";
import { organizationsOf, seatsHeldBy } from "~/store/programs.server";

type PersonInput = { personId: string };

/** One person with the seats they hold: for the pages that move, suspend and restore. */
async function personWithSeats(db: Database, { personId }: PersonInput, actor: Actor) {
  if (actor.kind !== "person") return null;
  const person = await personById(db, actor.programId, personId);
  if (!person) return null;
  const seats = (await seatsHeldBy(db, personId)).filter(({ holder }) => holder?.id === personId).map(({ title }) => title);
  return { thing: { programId: person.programId, organizationId: person.organizationId }, person, seats };
}

export const suspensionForm = query("person.suspend", personWithSeats);
export const restorationForm = query("person.restore", personWithSeats);

export const rolesForm = query("role.give", async (db, input: PersonInput, actor) => {
  const found = await personWithSeats(db, input, actor);
  if (!found || actor.kind !== "person") return null;
  const isAgency = (await organizationsOf(db, actor.programId)).some(({ id, isAgency }) => isAgency && id === found.person.organizationId);
  return { ...found, givable: givableRoles(actor.roles).filter((role) => role !== "approver" || isAgency) };
});

export const moveForm = query("person.move", async (db, input: PersonInput, actor) => {
  const found = await personWithSeats(db, input, actor);
  return found && { ...found, organizations: await organizationsOf(db, found.person.programId) };
});
