import { beforeAll, describe, expect, test } from "vitest";
import { acceptInvitation } from "~/commands/access/accept-invitation.server";
import { invitePerson } from "~/commands/access/invite-person.server";
import { suspendPerson } from "~/commands/access/suspend-person.server";
import { anyone } from "~/domain/access/may";
import { firstGroups } from "~/domain/programs/first-groups";
import { hashPassword } from "~/http/password.server";
import { charterPage } from "~/queries/programs/charter-page.server";
import { membersPage } from "~/queries/programs/members-page.server";
import { sessionById, type PersonActor } from "~/store/access.server";
import { database, listen } from "~/store/database.server";
import { freshDatabase } from "~/store/test-database";
import { addGroup } from "./add-group.server";
import { addOrganization } from "./add-organization.server";
import { addSeat } from "./add-seat.server";
import { assignSeat } from "./assign-seat.server";
import { foundProgram } from "./found-program.server";
import { movePerson } from "./move-person.server";

const password = "teal harbor wagon lantern";
let passwordHash: string;
let admin: PersonActor;
let police: string;
let nami: string;
let groups: Record<string, string>;

beforeAll(async () => {
  await freshDatabase();
  passwordHash = await hashPassword(password);
  const founded = done(
    await foundProgram(
      { kind: "clock", programId: "" },
      { name: "Riverton CIT", timeZone: "America/Chicago", organization: { name: "Riverton Police Department", shortName: "RPD", group: firstGroups[0]?.name ?? "" }, administrator: { name: "Imani Cole", email: "coordinator@demo.concord.example" } },
    ),
  );
  police = founded.organizationId;
  groups = founded.groups;
  admin = await actorOfPerson(done(await acceptInvitation(anyone, { token: founded.token, name: "Imani Cole", password, passwordHash })).personId);
  nami = done(await addOrganization(admin, { name: "NAMI Riverton", shortName: "NAMI", groupId: groupNamed(2), decides: "no" })).organizationId;
});

type Outcome<Value> = { ok: true; value: Value } | { ok: false };

function done<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

function groupNamed(place: number): string {
  return groups[firstGroups[place]?.name ?? ""] ?? "";
}

async function actorOfPerson(personId: string): Promise<PersonActor> {
  const id = `${personId.replaceAll("-", "")}${"0".repeat(64)}`.slice(0, 64);
  const now = new Date();
  await database().session.upsert({ where: { id }, create: { id, personId, createdAt: now, lastSeenAt: now, expiresAt: now }, update: {} });
  return (await sessionById(database(), id))!.actor!;
}

let people = 0;

async function member(organizationId = nami, roles = ["drafter", "voter"]): Promise<PersonActor> {
  const name = `Member ${++people}`;
  const { token } = done(await invitePerson(admin, { name, email: `member-${people}@demo.concord.example`, organizationId, roles }));
  return actorOfPerson(done(await acceptInvitation(anyone, { token, name, password, passwordHash })).personId);
}

async function seat(title: string, organizationId = nami, parts = {}): Promise<string> {
  return done(await addSeat(admin, { title, organizationId, voting: "voting", termStart: "2026-01-01", termEnd: "", ...parts })).seatId;
}

describe("groups are data", () => {
  test("an administrator adds Courts: it stands on the charter and members pages, no deploy needed", async () => {
    const { groupId } = done(await addGroup(admin, { name: "Courts and prosecutors", shortName: "Courts", face: "plum-star" }));
    const members = done(await membersPage(admin, { organizationId: "", after: "" }));
    expect(members.groups.at(-1)).toMatchObject({ id: groupId, shape: "star", colour: "plum", short: "No voting seats" });
    expect(done(await charterPage(admin, null)).groups.at(-1)).toMatchObject({ name: "Courts and prosecutors", required: false });
  });

  test("eight who add a group with one face at once: one does", async () => {
    for (const face of ["olive-pentagon", "blue-circle", "teal-diamond", "violet-triangle"]) {
      const all = await Promise.all(Array.from({ length: 8 }, (_, place) => addGroup(admin, { name: `${face} ${place}`, shortName: `${face} ${place}`, face })));
      expect(all.filter(({ ok }) => ok)).toHaveLength(1);
    }
  });

  test.each([
    [{ name: "", shortName: "X", face: "teal-square" }, 422, "name"],
    [{ name: "A\r\nBcc: x", shortName: "X", face: "teal-square" }, 422, "name"],
    [{ name: "Law", shortName: "X", face: "blue-square" }, 409, "face"],
    [{ name: "Law", shortName: "X", face: "pink-blob" }, 409, "face"],
    [{ name: ["a", "b"], shortName: "X", face: "teal-square" }, 422, "name"],
  ])("%j is refused at its field", async (values, status, field) => {
    expect(await addGroup(admin, values)).toMatchObject({ ok: false, status, fields: { [field]: expect.anything() } });
  });

  test("an unknown field is refused", async () => {
    expect(await addGroup(admin, { name: "Law", shortName: "Law", face: "teal-square", position: "1" })).toMatchObject({ ok: false, status: 422, reason: expect.stringContaining("position") });
  });

  test("a drafter is refused, and it is on record; somebody not signed in is told nothing", async () => {
    const drafter = await member();
    expect(await addGroup(drafter, { name: "Mine", shortName: "Mine", face: "teal-square" })).toMatchObject({ ok: false, status: 403 });
    expect(await database().auditRecord.findFirst({ where: { act: "group.add", outcome: "refused", actorId: drafter.personId } })).not.toBeNull();
    expect(await addGroup(anyone, { name: "Mine", shortName: "Mine", face: "teal-square" })).toMatchObject({ ok: false, kind: "missing" });
  });
});

describe("seats", () => {
  test("two of four advocacy seats vacant: 2/4 filled, and the base of the quorum in words", async () => {
    const fresh = done(await addOrganization(admin, { name: "Family Voices", shortName: "FV", groupId: groupNamed(3), decides: "no" })).organizationId;
    const seats = await Promise.all([1, 2, 3, 4].map((place) => seat(`Seat ${place}`, fresh)));
    for (const seatId of seats.slice(0, 2)) done(await assignSeat(admin, { seatId, holderId: (await member(fresh)).personId }));
    const group = done(await membersPage(admin, { organizationId: "", after: "" })).groups.find(({ id }) => id === groupNamed(3));
    expect(group).toMatchObject({ short: "2/4 filled", base: "Quorum counts the 2 filled voting seats." });
    const holder = group!.seats.find(({ holder }) => holder)!.holder!;
    done(await suspendPerson(admin, { personId: holder.id }));
    expect(done(await membersPage(admin, { organizationId: "", after: "" })).groups.find(({ id }) => id === groupNamed(3))).toMatchObject({ short: "1/4 filled" });
  });

  test("one person given two voting seats at the same moment gets one", async () => {
    const person = await member();
    const seats = await Promise.all([seat("Double 1"), seat("Double 2")]);
    for (let round = 0; round < 5; round++) {
      const all = await Promise.all(seats.map((seatId) => assignSeat(admin, { seatId, holderId: person.personId })));
      expect(all.filter(({ ok }) => ok)).toHaveLength(1);
      for (const seatId of seats) await assignSeat(admin, { seatId, holderId: "" });
    }
  });

  test("two who fill one seat at the same moment: one is told that the other was first", async () => {
    const [one, other, seatId] = [await member(), await member(), await seat("Contested")];
    const all = await Promise.all([one, other].map(({ personId }) => assignSeat(admin, { seatId, holderId: personId })));
    const held = (await database().seat.findUniqueOrThrow({ where: { id: seatId } })).holderId;
    expect(all.some(({ ok }) => ok)).toBe(true);
    expect([one.personId, other.personId]).toContain(held);
  });

  test("a term that ends before it begins, an organization of nowhere, and a holder from elsewhere are refused", async () => {
    expect(await addSeat(admin, { title: "X", organizationId: nami, voting: "voting", termStart: "2026-05-01", termEnd: "2026-04-01" })).toMatchObject({ status: 422, fields: { termEnd: expect.anything() } });
    expect(await addSeat(admin, { title: "X", organizationId: nami, voting: "voting", termStart: "May 1", termEnd: "" })).toMatchObject({ status: 422, fields: { termStart: expect.anything() } });
    expect(await addSeat(admin, { title: "X", organizationId: "nowhere", voting: "voting", termStart: "2026-05-01", termEnd: "" })).toMatchObject({ kind: "missing" });
    const officer = await member(police);
    expect(await assignSeat(admin, { seatId: await seat("Advocacy only"), holderId: officer.personId })).toMatchObject({ status: 422, fields: { holderId: expect.anything() } });
  });

  test("another program's coordinator finds neither seat nor person", async () => {
    const stranger = { ...admin, programId: "another program" };
    expect(await assignSeat(stranger, { seatId: await seat("Ours"), holderId: "" })).toMatchObject({ kind: "missing" });
    expect(await movePerson(stranger, { personId: admin.personId, organizationId: police })).toMatchObject({ kind: "missing" });
  });
});

describe("moving to another organization", () => {
  test("takes the group along everywhere on the next load, leaves seat and headship behind, and tells open connections", async () => {
    await database().organization.update({ where: { id: police }, data: { isAgency: true } });
    const head = await member(police, ["approver", "voter"]);
    const seatId = await seat("Police seat", police);
    done(await assignSeat(admin, { seatId, holderId: head.personId }));
    const heard: string[] = [];
    const stop = await listen("concord", (message) => heard.push(message));
    expect(done(await movePerson(admin, { personId: head.personId, organizationId: nami }))).toMatchObject({ vacated: ["Police seat"] });
    await expect.poll(() => heard.map((message) => JSON.parse(message))).toContainEqual({ kind: "rights.changed", personId: head.personId });
    await stop();
    expect(await actorOfPerson(head.personId)).toMatchObject({ organizationId: nami, groupId: groupNamed(2), roles: ["voter"] });
    expect((await database().seat.findUniqueOrThrow({ where: { id: seatId } })).holderId).toBeNull();
    expect(await movePerson(admin, { personId: head.personId, organizationId: nami })).toMatchObject({ status: 422 });
  });
});
