import { faceName, freeFaces } from "~/domain/programs/group-face";
import { query } from "~/queries/query.server";
import { groupsOf } from "~/store/programs.server";

export const groupForm = query("group.add", async (db, _input: null, actor) => {
  if (actor.kind !== "person") return null;
  const groups = await groupsOf(db, actor.programId);
  return { thing: { programId: actor.programId }, groups, faces: freeFaces(groups).map((face) => ({ ...face, name: faceName(face) })) };
});
