import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { claimMail } from "~/commands/notices/claim-mail.server";
import { settleMail } from "~/commands/notices/settle-mail.server";
import { database } from "~/store/database.server";
import { tell } from "~/store/notices.server";
import { addressesOf, mailReceiver } from "../../e2e/support/mail-receiver";
import { programForTests } from "../../e2e/support/program-for-tests";
import { emailOf, hurry, once, openVote, receiver, send, withMail } from "./test-mail";

withMail();

describe("each person gets exactly one mail an event", () => {
  test("also when the mail server was down", async () => {
    const program = await programForTests();
    await openVote(program);
    const gone = await mailReceiver();
    await gone.close();
    expect(await send(gone)).toBe(0);
    expect(await database().mail.count({ where: { programId: program.programId, state: "waiting" } })).toBe(5);
    await hurry();
    const post = await receiver();
    expect(await send(post)).toBe(5);
    expect(new Set(post.received.flatMap(addressesOf)).size).toBe(5);
  });

  test("also when the mail server is killed in the middle", async () => {
    const program = await programForTests();
    await openVote(program);
    const dying = await receiver({ breaksAfter: 2 });
    expect(await send(dying)).toBe(2);
    await hurry();
    const post = await receiver();
    expect(await send(post)).toBe(3);
    const all = [...dying.received, ...post.received];
    expect(new Set(all.flatMap(addressesOf)).size).toBe(5);
    expect(all).toHaveLength(5);
  });

  test("also when a worker is killed after the mail left: the second copy has the same Message-ID, and the dead worker settles nothing", async () => {
    const program = await programForTests();
    const clock = { kind: "clock", programId: program.programId } as const;
    await openVote(program);
    const claimed = await claimMail(clock, {});
    if (!claimed.ok) throw new Error("Nothing was due.");
    const { mailId, attempts } = claimed.value;
    const post = await receiver();
    expect(await send(post)).toBe(4);
    await hurry();
    expect(await send(post)).toBe(1);
    expect(post.received.at(-1)?.messageId).toBe(`<${mailId}@cit.example.org>`);
    expect(await settleMail(clock, { mailId, attempts, outcome: "failed", problem: "late" })).toMatchObject({ ok: false });
    expect(await database().mail.findUnique({ where: { id: mailId } })).toMatchObject({ state: "sent", attempts: 2 });
    expect(once(post.received)).toBe(5);
  });

  test("and a worker that was thought dead settles nothing while another has the mail", async () => {
    const program = await programForTests();
    const clock = { kind: "clock", programId: program.programId } as const;
    await database().$transaction((db) => tell(db, { programId: program.programId, personIds: [program.person("peer").personId], body: "News.", path: "/notices", cause: `c:${randomUUID()}` }));
    const first = await claimMail(clock, {});
    await hurry();
    const second = await claimMail(clock, {});
    if (!first.ok || !second.ok) throw new Error("Nothing was due.");
    const { mailId } = first.value;
    expect(second.value).toMatchObject({ mailId, attempts: first.value.attempts + 1 });
    expect(await settleMail(clock, { mailId, attempts: first.value.attempts, outcome: "failed", problem: "late" })).toMatchObject({ ok: false });
    expect(await settleMail(clock, { mailId, attempts: second.value.attempts, outcome: "deliver" })).toMatchObject({ ok: true });
  });

  test("also when three workers send at once", async () => {
    const program = await programForTests();
    await openVote(program);
    const post = await receiver();
    const sent = await Promise.all([send(post), send(post), send(post)]);
    expect(sent.reduce((sum, each) => sum + each, 0)).toBe(5);
    expect(post.received).toHaveLength(5);
  });

  test("and one address that the server refuses holds nobody else up", async () => {
    const program = await programForTests();
    await openVote(program);
    const refuses = await emailOf(program.person("officer"));
    const post = await receiver({ refuses });
    expect(await send(post)).toBe(4);
    expect(await database().mail.findFirst({ where: { person: { email: refuses } } })).toMatchObject({ state: "failed", problem: expect.stringContaining("No such person here") });
  });

  test("an act that is undone owes no mail", async () => {
    const program = await programForTests();
    await database().$transaction(async (db) => {
      await tell(db, { programId: program.programId, personIds: [program.person("peer").personId], body: "Never.", path: "/", cause: "undone:1" });
      throw new Error("undone");
    }).catch(() => {});
    expect(await database().mail.count({ where: { programId: program.programId } })).toBe(0);
  });

  test("without a mail server it is kept for the administrator, and not sent when one comes later", async () => {
    const program = await programForTests();
    await openVote(program);
    expect(await send({ url: undefined })).toBe(0);
    expect(await database().mail.count({ where: { programId: program.programId, state: "kept" } })).toBe(5);
    expect(await send(await receiver())).toBe(0);
  });
});
