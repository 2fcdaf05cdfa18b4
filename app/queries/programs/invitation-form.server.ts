import { givableRoles } from "~/domain/access/invitation";
import { can } from "~/domain/access/may";
import { query } from "~/queries/query.server";
import { organizationsOf } from "~/store/programs.server";

/** Where one may invite to, and which roles one may give. */
export const invitationForm = query("person.invite", async (db, _input: null, actor) => {
  if (actor.kind !== "person") return null;
  const { programId } = actor;
  const organizations = (await organizationsOf(db, programId)).filter(({ id }) => can(actor, "person.invite", { programId, organizationId: id }));
  // An agency head reaches the own organization only, so the question is asked of that one.
  return { thing: { programId, organizationId: actor.organizationId }, organizations, roles: givableRoles(actor.roles) };
});
