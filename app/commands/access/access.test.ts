import { createHash } from "node:crypto";
import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { foundProgram } from "~/commands/programs/found-program.server";
import { anyone, type Actor } from "~/domain/access/may";
import { firstGroups } from "~/domain/programs/first-groups";
import { absoluteLimit, idleLimit } from "~/domain/access/session";
import { hashPassword, tryPassword } from "~/http/password.server";
import { actorFromCookies, actorOfSession, closeSession, cookieName, newSession } from "~/http/session.server";
import { database, listen } from "~/store/database.server";
import { freshDatabase } from "~/store/test-database";
import { acceptInvitation } from "./accept-invitation.server";
import { beginSession } from "./begin-session.server";
import { endSession } from "./end-session.server";
import { invitePerson } from "./invite-person.server";
import { restorePerson } from "./restore-person.server";
import { suspendPerson } from "./suspend-person.server";

const password = "teal harbor wagon lantern";
let passwordHash: string;
let chief: Extract<Actor, { kind: "person" }>;
let organizationId: string;
let ownerUrl: string;

beforeAll(async () => {
  ({ ownerUrl } = await freshDatabase());
  passwordHash = await hashPassword(password);
  const founded = await foundProgram({ kind: "clock", programId: "" }, {
    name: "Riverton CIT",
    timeZone: "America/Chicago",
    organization: { name: "Riverton Police Department", shortName: "RPD", group: firstGroups[0]?.name ?? "" },
    administrator: { name: "Rosa Alvarez", email: "Chief@demo.concord.example" },
  });
  if (!founded.ok) throw new Error(JSON.stringify(founded));
  organizationId = founded.value.organizationId;
  const accepted = await accept(founded.value.token, "Rosa Alvarez");
  if (!accepted.ok) throw new Error(JSON.stringify(accepted));
  chief = (await signIn("chief@demo.concord.example"))!.actor;
});

function accept(token: string, name: string) {
  return acceptInvitation(anyone, { token, name, password, passwordHash });
}

async function begin(email: string, typed = password, now = new Date()) {
  const tried = await tryPassword(email, typed);
  return newSession(tried.personId, (session) => beginSession(anyone, { ...tried, session, address: "192.0.2.7" }), now);
}

function sent(cookie: string | null): string {
  return (cookie ?? "").split(";")[0] ?? "";
}

async function signIn(email: string, now = new Date()) {
  const { cookie } = await begin(email, password, now);
  const open = await actorFromCookies(sent(cookie), now);
  return open && { ...open, cookie: sent(cookie) };
}

async function invite(email: string, name = "Sam Ortiz", roles = ["drafter", "voter"]) {
  const outcome = await invitePerson(chief, { name, email, organizationId, roles });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

async function member(email: string, name = "Sam Ortiz"): Promise<string> {
  const accepted = await accept((await invite(email, name)).token, name);
  if (!accepted.ok) throw new Error(JSON.stringify(accepted));
  return accepted.value.personId;
}

async function asOwner(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

function lastRecord(act: string) {
  return database().auditRecord.findFirst({ where: { act }, orderBy: { sequence: "desc" } });
}

const minutes = (count: number, from: Date) => new Date(from.getTime() + count * 60_000);

describe("a session", () => {
  test("keeps the SHA-256 of the token and nothing else of it", async () => {
    const open = await signIn("chief@demo.concord.example");
    const token = open!.cookie.split("=")[1]!;
    expect(token).toMatch(/^[a-z2-7]{40}$/);
    const rows = JSON.stringify(await database().session.findMany());
    expect(rows).not.toContain(token);
    expect(rows).toContain(createHash("sha256").update(token).digest("hex"));
    expect(JSON.stringify(await database().auditRecord.findMany())).not.toContain(token);
  });

  test("ends after 30 minutes without a request", async () => {
    const start = new Date();
    const open = await signIn("chief@demo.concord.example", start);
    expect(await actorFromCookies(open!.cookie, new Date(start.getTime() + idleLimit - 1))).not.toBeNull();
    const again = await signIn("chief@demo.concord.example", start);
    expect(await actorFromCookies(again!.cookie, new Date(start.getTime() + idleLimit))).toBeNull();
  });

  test("ends after 12 hours however busy it was", async () => {
    const start = new Date();
    const open = await signIn("chief@demo.concord.example", start);
    for (let minute = 20; minute < 12 * 60; minute += 20) expect(await actorFromCookies(open!.cookie, minutes(minute, start))).not.toBeNull();
    expect(await actorFromCookies(open!.cookie, new Date(start.getTime() + absoluteLimit - 1))).not.toBeNull();
    expect(await actorFromCookies(open!.cookie, new Date(start.getTime() + absoluteLimit))).toBeNull();
  });

  test("is written as seen at most once a minute, and a socket that only asks is not seen", async () => {
    const start = new Date();
    const open = await signIn("chief@demo.concord.example", start);
    const seen = async () => (await database().session.findUniqueOrThrow({ where: { id: open!.sessionId } })).lastSeenAt.getTime();
    await actorFromCookies(open!.cookie, new Date(start.getTime() + 59_000));
    await actorOfSession(open!.sessionId, minutes(10, start));
    expect(await seen()).toBe(start.getTime());
    await actorFromCookies(open!.cookie, new Date(start.getTime() + 60_000));
    expect(await seen()).toBe(start.getTime() + 60_000);
  });

  test("has a cookie that goes with the browser, and cannot be read by scripts", async () => {
    const { cookie } = await begin("chief@demo.concord.example");
    expect(cookie).toMatch(/^concord=[a-z2-7]{40}; HttpOnly; Path=\/; SameSite=Lax$/);
    process.env.ORIGIN = "https://cit.example.org";
    try {
      expect(cookieName()).toBe("__Host-concord");
      const secure = await begin("chief@demo.concord.example");
      expect(secure.cookie).toMatch(/^__Host-concord=[a-z2-7]{40}; HttpOnly; Path=\/; SameSite=Lax; Secure$/);
      expect(await actorFromCookies(sent(cookie))).toBeNull();
      expect(await actorFromCookies(sent(secure.cookie))).not.toBeNull();
    } finally {
      delete process.env.ORIGIN;
    }
  });

  test.each([undefined, "", "concord=", "concord=%E0%A4%A", "concord=../../etc", "x=%E0%A4%A; concord=short"])("the cookie %s is nobody", async (cookie) => {
    expect(await actorFromCookies(cookie)).toBeNull();
  });

  test("a broken cookie of somebody else's does not sign a person out, a second one of ours does", async () => {
    const open = await signIn("chief@demo.concord.example");
    expect(await actorFromCookies(`other=%E0%A4%A; ${open!.cookie}`)).not.toBeNull();
    expect(await actorFromCookies(`${open!.cookie}; concord=${"a".repeat(40)}`)).toBeNull();
  });
});

describe("signing in", () => {
  test("writes down who did and who failed, and says the same about a wrong password and an unknown address", async () => {
    const good = await begin("CHIEF@demo.concord.example ");
    expect(good.outcome.ok).toBe(true);
    expect(await lastRecord("session.begin")).toMatchObject({ outcome: "done", subjectId: chief.personId, detail: { address: "192.0.2.7" } });
    const wrong = await begin("chief@demo.concord.example", "not this one, surely");
    expect(wrong.cookie).toBeNull();
    expect(await lastRecord("session.begin")).toMatchObject({ outcome: "refused", subjectId: chief.personId });
    const unknown = await begin("nobody@demo.concord.example");
    expect(unknown.outcome).toEqual(wrong.outcome);
    expect(await lastRecord("session.begin")).toMatchObject({ outcome: "refused", subjectId: "" });
  });

  test("takes as long for an address that nobody has", async () => {
    // The quickest of several tries, so that a busy machine does not decide.
    const timed = async (email: string) => {
      const turns: number[] = [];
      for (let turn = 0; turn < 8; turn++) {
        const begun = performance.now();
        await tryPassword(email, "not this one, surely");
        turns.push(performance.now() - begun);
      }
      return Math.min(...turns);
    };
    await timed("chief@demo.concord.example");
    const [known, unknown] = [await timed("chief@demo.concord.example"), await timed("nobody@demo.concord.example")];
    expect(unknown / known).toBeGreaterThan(0.4);
    expect(unknown / known).toBeLessThan(2.5);
  });
});

describe("signing out", () => {
  test("ends the session, says so to open connections, and takes the cookie away", async () => {
    const open = await signIn("chief@demo.concord.example");
    const heard: string[] = [];
    const stop = await listen("concord", (message) => heard.push(message));
    const gone = await closeSession(open!.cookie, async (sessionId) => void (await endSession(open!.actor, { sessionId })));
    expect(gone).toContain("Max-Age=0");
    expect(await actorFromCookies(open!.cookie)).toBeNull();
    await expect.poll(() => heard.map((message) => JSON.parse(message))).toContainEqual({ kind: "session.ended", personId: chief.personId, sessionId: open!.sessionId });
    await stop();
  });

  test("is an error when the database refuses, and not a quiet success", async () => {
    const open = await signIn("chief@demo.concord.example");
    await asOwner('REVOKE DELETE ON "Session" FROM concord');
    const leave = () =>
      closeSession(open!.cookie, async (sessionId) => {
        await endSession(open!.actor, { sessionId });
      });
    await expect(leave()).rejects.toThrow(/permission|denied/i);
    await asOwner('GRANT DELETE ON "Session" TO concord');
    expect(await actorFromCookies(open!.cookie)).not.toBeNull();
  });

  test("nobody ends the session of another", async () => {
    await member("cit-1@demo.concord.example", "Dana Whitfield");
    const other = await signIn("cit-1@demo.concord.example");
    const open = await signIn("chief@demo.concord.example");
    expect(await endSession(other!.actor, { sessionId: open!.sessionId })).toMatchObject({ ok: false, status: 403 });
    expect(await actorFromCookies(open!.cookie)).not.toBeNull();
  });
});

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
