import { can, type Actor } from "~/domain/access/may";
import { missingInWords } from "~/domain/programs/committees";
import { query } from "~/queries/query.server";
import { committeesOf } from "~/store/committees.server";
import type { Database } from "~/store/database.server";
import { groupsOf, latestCharter, peopleOf } from "~/store/programs.server";

/** The committees, who is in them, and which of the groups that must be are missing. */
export const committeesPage = query("program.read", async (db, _input: null, actor) => {
  return actor.kind === "person" ? committeesSeen(db, actor) : null;
});

/** One committee, and who can be added to it. */
export const committeeMembers = query("committee.change", async (db, { committeeId }: { committeeId: string }, actor) => {
  if (actor.kind !== "person") return null;
  const { thing, committees, people } = await committeesSeen(db, actor);
  const committee = committees.find(({ id }) => id === committeeId);
  return committee ? { thing, committee, others: people.filter(({ id }) => !committee.members.some((member) => member.id === id)) } : null;
});

async function committeesSeen(db: Database, actor: Extract<Actor, { kind: "person" }>) {
  const { programId } = actor;
  const thing = { programId };
  const mayChange = can(actor, "committee.change", thing);
  const [groups, committees, charter, people] = [await groupsOf(db, programId), await committeesOf(db, programId), await latestCharter(db, programId), mayChange ? await peopleOf(db, programId) : []];
  return {
    thing,
    mayChange,
    groups,
    /** What a new committee starts with: the groups that the charter requires. */
    usual: charter?.rules.requiredGroups ?? [],
    people: people.filter(({ suspendedAt }) => !suspendedAt).map(({ id, name, organization }) => ({ id, name, organization: organization.name })),
    committees: committees.map(({ id, name, purpose, requiredGroups, members }) => {
      const active = members.filter(({ person }) => !person.suspendedAt);
      const composition = groups.filter((group) => requiredGroups.includes(group.id)).map((group) => ({ group, members: active.filter(({ person }) => person.organization.groupId === group.id).length }));
      return {
        id,
        name,
        purpose,
        composition,
        missing: missingInWords(composition),
        members: members.map(({ person }) => ({ id: person.id, name: person.name, suspended: person.suspendedAt !== null, organization: person.organization.name, group: groups.find((group) => group.id === person.organization.groupId) ?? null })),
      };
    }),
  };
}
