import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { absoluteLimit, idleLimit } from "~/domain/access/session";
import { tryPassword } from "~/http/password.server";
import { actorFromCookies, actorOfSession, closeSession, cookieName } from "~/http/session.server";
import { database, listen } from "~/store/database.server";
import { endSession } from "./end-session.server";
import { asOwner, begin, chief, lastRecord, member, minutes, password, sent, signIn, withChief } from "./test-access";

withChief();

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
