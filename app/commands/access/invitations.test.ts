import { describe, expect, test } from "vitest";
import { anyone } from "~/domain/access/may";
import { actorFromCookies, actorOfSession } from "~/http/session.server";
import { database, listen } from "~/store/database.server";
import { acceptInvitation } from "./accept-invitation.server";
import { invitePerson } from "./invite-person.server";
import { restorePerson } from "./restore-person.server";
import { suspendPerson } from "./suspend-person.server";
import { accept, begin, chief, invite, member, organizationId, password, passwordHash, signIn, withChief } from "./test-access";

withChief();

describe("suspension", () => {
  test("ends every session at once, keeps the person, and restoring lets them sign in anew", async () => {
    const personId = await member("officer-1@demo.concord.example", "Lee Brandt");
    const [one, two] = [await signIn("officer-1@demo.concord.example"), await signIn("officer-1@demo.concord.example")];
    const heard: string[] = [];
    const stop = await listen("concord", (message) => heard.push(message));
    expect((await suspendPerson(chief, { personId })).ok).toBe(true);
    expect(await actorFromCookies(one!.cookie)).toBeNull();
    expect(await actorOfSession(two!.sessionId)).toBeNull();
    expect(await database().session.count({ where: { personId } })).toBe(0);
    await expect.poll(() => heard.map((message) => JSON.parse(message).kind)).toEqual(expect.arrayContaining(["rights.changed", "session.ended"]));
    await stop();
    const refused = await begin("officer-1@demo.concord.example");
    expect(refused.outcome).toMatchObject({ ok: false, reason: expect.stringContaining("suspended") });
    expect((await restorePerson(chief, { personId })).ok).toBe(true);
    expect(await actorFromCookies(one!.cookie)).toBeNull();
    expect(await signIn("officer-1@demo.concord.example")).not.toBeNull();
  });

  test("a session row that was left behind opens nothing", async () => {
    const personId = await member("officer-2@demo.concord.example", "Kim Osei");
    const open = await signIn("officer-2@demo.concord.example");
    await database().person.update({ where: { id: personId }, data: { suspendedAt: new Date() } });
    expect(await actorFromCookies(open!.cookie)).toBeNull();
  });

  test("nobody suspends themselves, the only administrator, or twice", async () => {
    expect(await suspendPerson(chief, { personId: chief.personId })).toMatchObject({ ok: false, status: 409 });
    const personId = await member("officer-3@demo.concord.example");
    const outcomes = await Promise.all([suspendPerson(chief, { personId }), suspendPerson(chief, { personId })]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe("an invitation", () => {
  test("is kept as a hash, and its token is in no record", async () => {
    const { token } = await invite("peer-1@demo.concord.example");
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    expect(JSON.stringify([await database().invitation.findMany(), await database().auditRecord.findMany()])).not.toContain(token);
  });

  test("works once for eight who use it at the same moment", async () => {
    const { token } = await invite("peer-2@demo.concord.example");
    const outcomes = await Promise.all(Array.from({ length: 8 }, (_, place) => accept(token, `Peer Number ${place}`)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.kind === "refused" && outcome.status === 409)).toHaveLength(7);
    expect(await database().person.count({ where: { email: "peer-2@demo.concord.example" } })).toBe(1);
  });

  test("is claimed once, and never after its time, whatever the rule above it saw", async () => {
    const { invitationId, expiresAt } = await invite("peer-6@demo.concord.example");
    const { claimInvitation } = await import("~/store/people.server");
    expect(await claimInvitation(database(), invitationId, expiresAt)).toBe(false);
    const claims = await Promise.all(Array.from({ length: 8 }, () => claimInvitation(database(), invitationId, new Date())));
    expect(claims.filter(Boolean)).toHaveLength(1);
  });

  test("runs out after 72 hours, and a new one for the address ends the earlier", async () => {
    const late = await invite("peer-3@demo.concord.example");
    expect(late.expiresAt.getTime() - Date.now()).toBeGreaterThan(71.9 * 3_600_000);
    expect(late.expiresAt.getTime() - Date.now()).toBeLessThan(72.1 * 3_600_000);
    await database().invitation.update({ where: { id: late.invitationId }, data: { expiresAt: new Date(Date.now() - 1) } });
    expect(await accept(late.token, "Ana Peer")).toMatchObject({ ok: false, status: 409, reason: expect.stringContaining("run out") });
    const [first, second] = [await invite("peer-4@demo.concord.example"), await invite("peer-4@demo.concord.example")];
    expect((await accept(first.token, "Ana Peer")).ok).toBe(false);
    expect((await accept(second.token, "Ana Peer")).ok).toBe(true);
  });

  test("an unknown token is missing", async () => {
    expect(await accept("A".repeat(43), "Nobody")).toMatchObject({ ok: false, kind: "missing" });
  });

  test("takes no field it does not know, and no roles from the person who accepts", async () => {
    const { token } = await invite("peer-5@demo.concord.example");
    expect(await acceptInvitation(anyone, { token, name: "Ana", password, passwordHash, roles: ["programAdmin"] })).toMatchObject({ ok: false, status: 422 });
    expect(await invitePerson(chief, { name: "Ana", email: "x@demo.concord.example", organizationId, roles: ["voter"], programId: "other" })).toMatchObject({ ok: false, status: 422 });
    expect(await invitePerson(chief, { name: "Ana", email: { not: "" }, organizationId, roles: ["voter"] })).toMatchObject({ ok: false, status: 422, fields: { email: expect.anything() } });
  });

  test("nobody gives a role that reaches further than their own", async () => {
    await member("voter-1@demo.concord.example");
    const drafter = (await signIn("voter-1@demo.concord.example"))!.actor;
    expect(await invitePerson(drafter, { name: "Ana", email: "y@demo.concord.example", organizationId, roles: ["voter"] })).toMatchObject({ ok: false, status: 403 });
    const coordinator = { ...drafter, roles: ["coordinator"] as const };
    expect(await invitePerson(coordinator, { name: "Ana", email: "y@demo.concord.example", organizationId, roles: ["programAdmin"] })).toMatchObject({ ok: false, status: 403 });
    expect(await invitePerson(coordinator, { name: "Ana", email: "y@demo.concord.example", organizationId, roles: ["voter"] })).toMatchObject({ ok: true });
    const elsewhere = { ...drafter, roles: ["approver"] as const, organizationId: "another" };
    expect(await invitePerson(elsewhere, { name: "Ana", email: "z@demo.concord.example", organizationId, roles: ["voter"] })).toMatchObject({ ok: false, status: 403 });
  });

  test("another program's organization does not exist", async () => {
    const stranger = { ...chief, programId: "another program" };
    expect(await invitePerson(stranger, { name: "Ana", email: "q@demo.concord.example", organizationId, roles: ["voter"] })).toMatchObject({ kind: "missing" });
    expect(await suspendPerson(stranger, { personId: chief.personId })).toMatchObject({ kind: "missing" });
  });
});
