import { randomInt, randomUUID } from "node:crypto";
import { type Attempt, program, programOf, type RouteActs } from "./attempts";
import type { World } from "./matrix-world";

/** Which act each address of the program itself asks for: members, charter, groups, seats. */
export const programActs: Record<string, RouteActs> = {
  "routes/members": { GET: { act: "program.read", make: program } },
  "routes/charter._index": { GET: { act: "program.read", make: program } },
  "routes/charter.versions.$version": { GET: { act: "program.read", make: (world, caller) => ({ ...program(world, caller), params: { version: "1" } }) } },
  "routes/charter.proposal": {
    GET: { act: "proposal.open", make: program },
    POST: { act: "proposal.open", make: (world, caller) => ({ ...program(world, caller), form: { requiredGroups: [world.groupIn(programOf(world, caller.actor))], votingDays: String(randomInt(20, 9_000)), why: "Two weeks are short.", affected: "Every member." } }) },
  },
  "routes/groups._index": { GET: { act: "program.read", make: program } },
  "routes/groups.$groupId": { GET: { act: "program.read", make: (world, caller) => ({ ...program(world, caller), params: { groupId: world.groupIn(programOf(world, caller.actor)) } }) } },
  "routes/participation._index": { GET: { act: "program.read", make: program } },
  "routes/participation.table": { GET: { act: "program.read", make: program } },
  "routes/committees._index": {
    GET: { act: "program.read", make: program },
    POST: { act: "committee.change", make: (world, caller) => ({ ...program(world, caller), form: { name: `Training ${randomUUID()}`, purpose: "Plans the week.", requiredGroups: [world.groupIn(programOf(world, caller.actor))] } }) },
  },
  "routes/committees.$committeeId.members": { GET: { act: "committee.change", make: (world) => committee(world, false) }, POST: { act: "committee.change", make: (world) => committee(world, false) } },
  "routes/committees.$committeeId.departures": { POST: { act: "committee.change", make: (world) => committee(world, true) } },
  "routes/groups.new": {
    GET: { act: "group.add", make: program },
    POST: { act: "group.add", make: async (world, caller) => ({ ...program(world, caller), form: { name: `Courts ${randomUUID()}`, shortName: randomUUID().slice(0, 20), face: await world.freeFaceIn(programOf(world, caller.actor)) } }) },
  },
  "routes/organizations": {
    GET: { act: "organization.add", make: program },
    POST: { act: "organization.add", make: (world, caller) => ({ ...program(world, caller), form: { name: `Hospital ${randomUUID()}`, shortName: "Hospital", groupId: world.groupIn(programOf(world, caller.actor)), decides: "no" } }) },
  },
  "routes/organizations_.$organizationId.audit-contact": {
    GET: { act: "audit-contact.choose", make: firstAgency },
    POST: { act: "audit-contact.choose", make: (world) => ({ ...firstAgency(world), form: { personId: "" } }) },
  },
  "routes/seats._index": {
    GET: { act: "seat.add", make: program },
    POST: {
      act: "seat.add",
      make: (world, caller) => ({ ...program(world, caller), form: { title: "Night shift", organizationId: world.agencyIn(programOf(world, caller.actor)), voting: "voting", termStart: "2026-11-23", termEnd: "" } }),
    },
  },
  "routes/seats.$seatId.holder": {
    GET: { act: "seat.assign", make: seat },
    POST: { act: "seat.assign", make: async (world) => ({ ...(await seat(world)), form: { holderId: (await world.newPerson()).personId } }) },
  },
  "routes/seats.$seatId.alternate": {
    GET: { act: "seat.assign", make: seat },
    POST: { act: "seat.assign", make: async (world) => ({ ...(await seat(world)), form: { alternateId: (await world.newPerson()).personId } }) },
  },
  "routes/seats.$seatId.term": {
    GET: { act: "seat.change", make: seat },
    POST: { act: "seat.change", make: async (world) => ({ ...(await seat(world)), form: { title: "Day shift", termStart: "2020-01-01", termEnd: "" } }) },
  },
  "routes/people.$personId.roles": {
    GET: { act: "role.give", make: person },
    POST: { act: "role.give", make: async (world) => ({ ...(await person(world)), form: { roles: ["drafter"] } }) },
  },
  "routes/people.$personId.suspension": { GET: { act: "person.suspend", make: person }, POST: { act: "person.suspend", make: person } },
  "routes/people.$personId.restoration": { GET: { act: "person.restore", make: suspendedPerson }, POST: { act: "person.restore", make: suspendedPerson } },
  "routes/people.$personId.organization": {
    GET: { act: "person.move", make: person },
    POST: { act: "person.move", make: async (world) => ({ ...(await person(world)), form: { organizationId: world.secondAgency } }) },
  },
};

function firstAgency({ programId, agency }: World): Attempt {
  return { thing: { programId, organizationId: agency }, params: { organizationId: agency } };
}

async function seat(world: World): Promise<Attempt> {
  return { thing: { programId: world.programId }, params: { seatId: (await world.newSeat()).id } };
}

async function committee(world: World, joined: boolean): Promise<Attempt> {
  const { personId } = await world.newPerson();
  return { thing: { programId: world.programId }, params: { committeeId: await world.newCommittee(joined ? personId : null) }, form: { personId } };
}

async function person(world: World): Promise<Attempt> {
  const { personId, programId, organizationId } = await world.newPerson();
  return { thing: { programId, organizationId }, params: { personId } };
}

async function suspendedPerson(world: World): Promise<Attempt> {
  const { personId, programId, organizationId } = await world.newPerson(true);
  return { thing: { programId, organizationId }, params: { personId } };
}
