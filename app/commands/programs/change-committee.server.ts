import { z } from "zod";
import { command } from "~/commands/command.server";
import type { Actor } from "~/domain/access/may";
import { allowed, refused } from "~/domain/access/ruling";
import { chosen } from "~/domain/access/words";
import { committeeById, deleteMember, insertMember } from "~/store/committees.server";
import type { Database } from "~/store/database.server";
import { personById } from "~/store/people.server";

const input = z.strictObject({ committeeId: chosen("Choose a committee."), personId: chosen("Choose a person.") });

export const joinCommittee = command("committee.change", {
  input,
  load,
  rule: ({ committee, person }) => (person.suspendedAt ? refused(`${person.name} is suspended.`, 409, "personId") : allowed({ committeeId: committee.id, personId: person.id })),
  save: async (db, member, { now }, { committee, person }) => ((await insertMember(db, { ...member, since: now })) ? allowed(member) : refused(`${person.name} is in ${committee.name} already.`, 409, "personId")),
  record: (_change, { committeeId }, { committee, person }) => ({ subject: "committee", subjectId: committeeId, detail: { name: committee.name, joined: person.name } }),
});

export const leaveCommittee = command("committee.change", {
  input,
  load,
  rule: ({ committee, person }) => allowed({ committeeId: committee.id, personId: person.id }),
  save: async (db, member, _moment, { committee, person }) => ((await deleteMember(db, member.committeeId, member.personId)) ? allowed(member) : refused(`${person.name} is not in ${committee.name}.`, 409, "personId")),
  record: (_change, { committeeId }, { committee, person }) => ({ subject: "committee", subjectId: committeeId, detail: { name: committee.name, left: person.name } }),
});

async function load(db: Database, { committeeId, personId }: z.infer<typeof input>, actor: Actor) {
  const committee = await committeeById(db, committeeId);
  const person = committee && (await personById(db, committee.programId, personId));
  return committee && person && actor.kind === "person" ? { committee, person, thing: { programId: committee.programId } } : null;
}
