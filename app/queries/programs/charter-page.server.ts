import { describeRules } from "~/domain/voting/charter";
import { query } from "~/queries/query.server";
import { groupsOf, latestCharter, programOf } from "~/store/programs.server";

/** The rules of the program in words, and which groups must agree. */
export const charterPage = query("program.read", async (db, _input: null, actor) => {
  if (actor.kind !== "person") return null;
  const { programId } = actor;
  const [program, groups, charter] = await Promise.all([programOf(db, programId), groupsOf(db, programId), latestCharter(db, programId)]);
  if (!program || !charter) return null;
  const names = Object.fromEntries(groups.map(({ id, name }) => [id, name]));
  return {
    thing: { programId },
    program,
    version: charter.version,
    adoptedAt: charter.adoptedAt,
    sentences: describeRules(charter.rules, names),
    groups: groups.map((group) => ({ ...group, required: charter.rules.requiredGroups.includes(group.id) })),
  };
});
