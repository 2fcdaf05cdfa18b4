import { can, type Actor } from "~/domain/access/may";
import { charterSections } from "~/domain/voting/charter";
import { query } from "~/queries/query.server";
import { charterByVersion, chartersOf, proposalsOfCharter } from "~/store/charters.server";
import type { Database } from "~/store/database.server";
import { groupsOf, programOf } from "~/store/programs.server";

/** The rules of the program in words, which groups must agree, and how the charter came to be. */
export const charterPage = query("program.read", async (db, _input: null, actor) => {
  if (actor.kind !== "person") return null;
  const versions = await chartersOf(db, actor.programId);
  const latest = versions[0];
  if (!latest) return null;
  const shown = await charterOnPage(db, actor, latest);
  return (
    shown && {
      ...shown,
      versions: versions.map(({ version, adoptedAt }) => ({ version, adoptedAt })),
      proposals: await proposalsOfCharter(db, actor.programId),
      mayPropose: can(actor, "proposal.open", shown.thing),
    }
  );
});

/** One version of the charter, as votes were counted under it. */
export const charterVersionPage = query("program.read", async (db, { version }: { version: number }, actor) => {
  if (actor.kind !== "person" || !Number.isSafeInteger(version)) return null;
  const charter = await charterByVersion(db, actor.programId, version);
  return charter && charterOnPage(db, actor, charter);
});

type Charter = NonNullable<Awaited<ReturnType<typeof charterByVersion>>>;

async function charterOnPage(db: Database, { programId }: Extract<Actor, { kind: "person" }>, { version, adoptedAt, rules }: Charter) {
  const [program, groups] = [await programOf(db, programId), await groupsOf(db, programId)];
  if (!program) return null;
  const names = Object.fromEntries(groups.map(({ id, name }) => [id, name]));
  return {
    thing: { programId },
    program,
    version,
    adoptedAt,
    sections: charterSections(rules, names),
    groups: groups.map((group) => ({ ...group, required: rules.requiredGroups.includes(group.id) })),
  };
}
