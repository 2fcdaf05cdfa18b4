import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { line } from "~/domain/access/words";
import { insertCommittee } from "~/store/committees.server";
import { groupsOf } from "~/store/programs.server";

/** Forms a committee and says which groups must be in it. */
export const formCommittee = command("committee.change", {
  input: z.strictObject({
    name: line("Name the committee.", 80),
    purpose: line("Say what it does.", 300),
    requiredGroups: z.array(z.string().max(64)).min(1, "Choose at least one group that must be in it.").max(100),
  }),
  load: async (db, _input, actor) => (actor.kind === "person" ? { thing: { programId: actor.programId }, groups: await groupsOf(db, actor.programId) } : null),
  rule: ({ thing, groups }, { requiredGroups, ...committee }) => {
    const known = requiredGroups.every((id) => groups.some((group) => group.id === id));
    return known ? allowed({ ...committee, programId: thing.programId, requiredGroups: [...new Set(requiredGroups)] }) : refused("One of these is not a group of the program.", 422, "requiredGroups");
  },
  save: async (db, committee) => {
    const made = await insertCommittee(db, committee);
    return made ? allowed({ committeeId: made.id }) : refused(`There is a committee called ${committee.name} already.`, 409, "name");
  },
  record: ({ name, requiredGroups }, { committeeId }) => ({ subject: "committee", subjectId: committeeId, detail: { name, requiredGroups } }),
});
