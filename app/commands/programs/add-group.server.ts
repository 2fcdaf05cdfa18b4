import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { chosen, line } from "~/domain/access/words";
import { freeFace } from "~/domain/programs/group-face";
import { groupsOf, insertGroup, lockProgram } from "~/store/programs.server";

/** A stakeholder group is data: from now on organizations, seats and rules can name it. */
export const addGroup = command("group.add", {
  input: z.strictObject({
    name: line("Name the group.", 80),
    shortName: line("Give a short name, such as Courts.", 24),
    face: chosen("Choose a shape and colour."),
  }),
  load: async (db, _input, actor) => {
    if (actor.kind !== "person") return null;
    await lockProgram(db, actor.programId);
    return { groups: await groupsOf(db, actor.programId), thing: { programId: actor.programId } };
  },
  rule: ({ groups, thing }, { name, shortName, face }) => {
    const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
    if (groups.some((group) => same(group.name, name))) return refused(`There is a group called ${name} already.`, 409, "name");
    if (groups.some((group) => same(group.shortName, shortName))) return refused(`Another group has the short name ${shortName}.`, 409, "shortName");
    const free = freeFace(face, groups);
    return free ? allowed({ programId: thing.programId, name, shortName, ...free }) : refused("Another group has this shape and colour. Choose one from the list.", 409, "face");
  },
  save: async (db, group) => {
    const made = await insertGroup(db, group);
    return made ? allowed({ groupId: made.id }) : refused(`There is a group called ${group.name} already.`, 409, "name");
  },
  record: ({ name, shortName, shape, colour }, { groupId }) => ({ subject: "group", subjectId: groupId, detail: { name, shortName, shape, colour } }),
});
