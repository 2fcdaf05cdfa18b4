import { query } from "~/queries/query.server";
import { groupsOf } from "~/store/programs.server";

export const organizationForm = query("organization.add", async (db, _input: null, actor) => {
  if (actor.kind !== "person") return null;
  return { thing: { programId: actor.programId }, groups: await groupsOf(db, actor.programId) };
});
