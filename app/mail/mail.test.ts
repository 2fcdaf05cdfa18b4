import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { governMail } from "~/commands/notices/govern-mail.server";
import { stopMail } from "~/commands/notices/stop-mail.server";
import { writeComment } from "~/commands/comments/write-comment.server";
import { castVote } from "~/commands/voting/cast-vote.server";
import { voidRound } from "~/commands/voting/void-round.server";
import { closeRound } from "~/commands/voting/close-round.server";
import { openBallot } from "~/commands/voting/open-ballot.server";
import { remindVoters } from "~/commands/voting/remind-voters.server";
import { anyone } from "~/domain/access/may";
import { mailLinkPath } from "~/domain/notices/mail-link";
import { mailLink } from "~/queries/notices/mail-link.server";
import { mailKeyOf } from "~/store/mails.server";
import { database } from "~/store/database.server";
import { tell } from "~/store/notices.server";
import { formatWhen } from "~/domain/programs/format-when";
import { addressesOf, linksOf } from "../../e2e/support/mail-receiver";
import { programForTests, proposalForTests } from "../../e2e/support/program-for-tests";
import { gatherDigests } from "./gather-digests.server";
import { choose, emailOf, followed, once, openVote, origin, receiver, send, voters, withMail } from "./test-mail";

withMail();

describe("a mail about a vote", () => {
  test("goes once to each on the roll, and leads through the sign-in to the ballot", async () => {
    const program = await programForTests();
    const post = await receiver();
    const { proposalId } = await openVote(program);
    expect(await send(post)).toBe(5);
    expect(await send(post)).toBe(0);
    for (const name of voters) {
      const [mail, second] = post.to(await emailOf(program.person(name)));
      expect(second).toBeUndefined();
      expect(mail?.subject).toMatch(/^Proposal \d+: A limit to waiting$/);
      expect(mail?.text).toContain("Your seat has a vote.");
      expect(mail?.text).toContain("Where it stands: vote open. Done: drafted, discussed. Still to come: decided, in force, trained, measured.");
      expect(await followed(mail, name, program)).toMatchObject({ ok: true, value: { path: `/proposals/${proposalId}#vote`, ended: false, calledOff: false } });
      expect(mail && linksOf(mail).every((link) => link.startsWith(`${origin}/`))).toBe(true);
      expect(mail?.html).toContain('<html lang="en">');
    }
  });

  test("says the instant at which the vote closes in the program's zone, also when the clocks change", async () => {
    for (const [timeZone, local, instant] of [["America/Chicago", "2027-11-07T17:00", "2027-11-07T23:00:00.000Z"], ["America/Phoenix", "2027-11-07T17:00", "2027-11-08T00:00:00.000Z"], ["Pacific/Guam", "2027-11-07T17:00", "2027-11-07T07:00:00.000Z"]] as const) {
      const program = await programForTests({ timeZone });
      const post = await receiver();
      const { roundId } = await openVote(program, local);
      expect((await database().round.findUniqueOrThrow({ where: { id: roundId } })).closesAt.toISOString()).toBe(instant);
      await send(post);
      expect(post.received[0]?.text).toContain(`The vote closes ${formatWhen(instant, timeZone)}.`);
    }
  });

  test("stands in one thread with the next about the same proposal", async () => {
    const program = await programForTests();
    const post = await receiver();
    const { roundId, proposalId } = await openVote(program);
    await send(post);
    await castVote(program.person("peer"), { roundId, requestId: randomUUID(), choice: "consent", reason: "" });
    await closeRound(program.person("coordinator"), { roundId });
    await send(post);
    const mails = post.to(await emailOf(program.person("peer")));
    expect(mails).toHaveLength(2);
    expect(once(mails)).toBe(2);
    for (const mail of mails) expect([mail.references].flat()).toEqual([`<proposal-${proposalId}@cit.example.org>`]);
  });

  test("does not reach whoever may not see the document any more, nor who was suspended", async () => {
    const program = await programForTests();
    const post = await receiver();
    await openVote(program);
    await database().document.update({ where: { id: program.documentId }, data: { visibility: "organization" } });
    await database().person.update({ where: { id: program.person("cit").personId }, data: { suspendedAt: new Date() } });
    expect(await send(post)).toBe(0);
    expect(await database().mail.count({ where: { programId: program.programId, state: "left" } })).toBe(5);
  });
});

describe("a link in a mail (D12)", () => {
  test("leads its reader on after signing in, and nobody whom the mail was passed on to", async () => {
    const program = await programForTests();
    const post = await receiver();
    await openVote(program);
    await send(post);
    const [mail] = post.to(await emailOf(program.person("peer")));
    expect(await followed(mail, null, program)).toMatchObject({ ok: false, status: 401 });
    expect(await followed(mail, "advocate", program)).toMatchObject({ ok: false, status: 403, reason: expect.stringMatching(/^This link was sent to somebody else/) });
    const elsewhere = await programForTests();
    expect(await followed(mail, "peer", elsewhere)).toEqual({ ok: false, kind: "missing" });
  });

  test("is signed: neither another notice, nor a later end, nor another proof is believed", async () => {
    const program = await programForTests();
    const post = await receiver();
    await openVote(program);
    await send(post);
    const [mail] = post.to(await emailOf(program.person("peer")));
    const [link = ""] = mail ? linksOf(mail) : [];
    const token = link.replace(`${origin}/mail/`, "");
    const [noticeId = "", until = "", proof = ""] = token.split(".");
    const other = await database().notice.findFirstOrThrow({ where: { programId: program.programId, NOT: { id: noticeId } } });
    for (const forged of [`${other.id}.${until}.${proof}`, `${noticeId}.${(Number.parseInt(until, 36) + 1).toString(36)}.${proof}`, `${noticeId}.${until}.${"A".repeat(43)}`, `${noticeId}.${until}`, token.slice(0, -1), ""])
      expect(await mailLink(program.person("peer"), { token: forged }), forged).toEqual({ ok: false, kind: "missing" });
    expect(await mailLink(program.person("peer"), { token })).toMatchObject({ ok: true });
  });

  test("ends after its time, and says when the vote was called off because the text changed", async () => {
    const program = await programForTests();
    const post = await receiver();
    const { roundId } = await openVote(program);
    await send(post);
    const [mail] = post.to(await emailOf(program.person("peer")));
    const notice = await database().notice.findFirstOrThrow({ where: { personId: program.person("peer").personId, cause: `round.open:${roundId}` } });
    const old = mailLinkPath(await mailKeyOf(database(), program.programId), { noticeId: notice.id, until: Date.now() - 1 });
    expect(await mailLink(program.person("peer"), { token: old.replace("/mail/", "") })).toMatchObject({ ok: true, value: { ended: true } });
    expect(await voidRound(program.person("coordinator"), { roundId, reason: "A clause was wrong." })).toMatchObject({ ok: true });
    expect(await followed(mail, "peer", program)).toMatchObject({ ok: true, value: { calledOff: true } });
  });
});

describe("a reminder", () => {
  test("goes a day before the end only to those on the roll who have not voted, and once", async () => {
    const program = await programForTests();
    const post = await receiver();
    const { roundId } = await openVote(program);
    await send(post);
    await castVote(program.person("peer"), { roundId, requestId: randomUUID(), choice: "consent", reason: "" });
    await database().$executeRaw`update "Round" set "openedAt" = clock_timestamp() - interval '9 days', "closesAt" = clock_timestamp() + interval '20 hours' where id = ${roundId}`;
    expect(await remindVoters()).toBe(1);
    expect(await remindVoters()).toBe(0);
    // Who votes before the mail leaves needs no reminder either.
    await castVote(program.person("advocate"), { roundId, requestId: randomUUID(), choice: "consent", reason: "" });
    post.received.length = 0;
    expect(await send(post)).toBe(3);
    expect(post.received.flatMap(addressesOf).sort()).toEqual((await Promise.all(["cit", "officer", "clinician"].map((name) => emailOf(program.person(name))))).sort());
    expect(post.received[0]?.text).toContain("your seat has not voted yet");
  });
});

describe("a reminder of a question in secret", () => {
  test("knows who has voted, though not what", async () => {
    const program = await programForTests();
    const post = await receiver();
    const options = ["Harriet", "Oscar", "Minna"].join("\n");
    const opened = await openBallot(program.person("coordinator"), { kind: "single", question: "Who speaks for us?", options, secret: "yes" });
    if (!opened.ok) throw new Error("The question was not asked.");
    const { ballotId } = opened.value;
    await send(post);
    expect(post.received[0]?.subject).toBe("Who speaks for us?");
    for (const name of ["cit", "officer", "clinician", "advocate"]) await castVote(program.person(name), { roundId: ballotId, requestId: randomUUID(), choice: "o2", reason: "" });
    await database().$executeRaw`update "Round" set "openedAt" = clock_timestamp() - interval '9 days', "closesAt" = clock_timestamp() + interval '20 hours' where id = ${ballotId}`;
    expect(await remindVoters()).toBe(1);
    post.received.length = 0;
    expect(await send(post)).toBe(1);
    const [mail] = post.received;
    expect(mail && addressesOf(mail)).toEqual([await emailOf(program.person("peer"))]);
    expect(await followed(mail, "peer", program)).toMatchObject({ ok: true, value: { path: `/ballots/${ballotId}#ballot` } });
    expect(post.raw.join("\n")).not.toContain("Oscar");
  });
});

describe("what a person chose", () => {
  test("one mail a day holds everything since, and says what closes and what needs them", async () => {
    const program = await programForTests();
    const peer = program.person("peer");
    const post = await receiver();
    await choose(peer, { rhythm: "daily" });
    await openVote(program);
    const { proposalId, roundId } = await openVote(program);
    await castVote(peer, { roundId, requestId: randomUUID(), choice: "consent", reason: "" });
    await database().$executeRaw`update "Round" set "closesAt" = clock_timestamp() + interval '5 days' where state = 'open'`;
    await send(post);
    expect(post.to(await emailOf(peer))).toHaveLength(0);
    await database().$executeRaw`update "Notice" set at = at - interval '2 days' where "personId" = ${peer.personId}`;
    expect([await gatherDigests(), await gatherDigests()]).toEqual([1, 0]);
    await send(post);
    const [digest, second] = post.to(await emailOf(peer));
    expect(second).toBeUndefined();
    expect(digest?.subject).toBe("2 votes close this week, 1 needs you");
    const links = digest ? linksOf(digest) : [];
    expect(links.filter((link) => !/\/mail\/|\/unsubscribe\/|settings/.test(link))).toEqual([]);
    const followed = await Promise.all(links.flatMap((link) => /\/mail\/(.+)$/.exec(link)?.[1] ?? []).map((token) => mailLink(peer, { token })));
    expect(followed.some((outcome) => outcome.ok && outcome.value.path === `/proposals/${proposalId}#vote`)).toBe(true);
    expect(followed.every(({ ok }) => ok)).toBe(true);
  });

  test("titles only: no word of what was written is in the mail, for one person or for the whole program", async () => {
    const program = await programForTests();
    const author = program.person("advocate");
    const post = await receiver();
    const proposal = await proposalForTests(program);
    const secret = "Officers wait for a clinician";
    const toldOf = () => database().$transaction((db) => tell(db, { programId: program.programId, personIds: [author.personId], body: `accepted your suggestion (${secret})`, path: `/proposals/${proposal.id}`, cause: `c:${randomUUID()}` }));
    await choose(author, { titlesOnly: "yes" });
    await toldOf();
    await choose(author, {});
    expect(await governMail(program.person("coordinator"), { titlesOnly: "yes" })).toMatchObject({ ok: false, status: 403 });
    await governMail({ ...program.person("coordinator"), roles: ["programAdmin"] }, { titlesOnly: "yes" });
    await toldOf();
    await send(post);
    expect(post.received).toHaveLength(2);
    for (const raw of post.raw) expect(raw).not.toContain(secret);
    expect(post.received[0]?.subject).toMatch(/^Proposal \d+: A limit to waiting$/);
    await governMail({ ...program.person("coordinator"), roles: ["programAdmin"] }, { titlesOnly: "no" });
    await toldOf();
    await send(post);
    expect(post.received[2]?.text).toContain(secret);
  });

  test("only what needs them: news stays in the workplace", async () => {
    const program = await programForTests();
    const post = await receiver();
    const proposal = await proposalForTests(program);
    await choose(program.person("advocate"), { about: "needed" });
    await writeComment(program.person("peer"), { proposalId: proposal.id, body: "Who pays?" });
    expect(await send(post)).toBe(0);
    expect(await database().notice.count({ where: { personId: program.person("advocate").personId } })).toBe(1);
  });

  test("one click in the mail ends all mail, by the token of that mail and nothing else", async () => {
    const program = await programForTests();
    const post = await receiver();
    await openVote(program);
    await send(post);
    const [mail] = post.to(await emailOf(program.person("peer")));
    const link = /<(https:[^>]+)>/.exec(String(mail?.headerLines.find(({ key }) => key === "list-unsubscribe")?.line))?.[1] ?? "";
    expect(mail?.headerLines.find(({ key }) => key === "list-unsubscribe-post")?.line).toBe("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
    const token = link.split("/unsubscribe/")[1] ?? "";
    expect(await database().mailToken.count({ where: { id: token } })).toBe(0);
    expect(await stopMail(anyone, { token: `${token.slice(0, -1)}_` })).toMatchObject({ ok: false, kind: "missing" });
    expect(await stopMail(anyone, { token })).toMatchObject({ ok: true });
    await openVote(program);
    expect(await send(post)).toBe(4);
  });
});

describe("names and titles with markup and line ends", () => {
  test("add no header, no recipient and no markup", async () => {
    const program = await programForTests();
    const peer = program.person("peer");
    const post = await receiver();
    const proposal = await proposalForTests(program);
    const bad = 'Stop\r\nBcc: all@example.org\r\n\r\n"><img src=x onerror=alert(1)></script>';
    await database().person.update({ where: { id: peer.personId }, data: { name: bad } });
    await database().proposal.update({ where: { id: proposal.id }, data: { title: bad, stage: "drafting" } });
    await database().$transaction((db) => tell(db, { programId: program.programId, personIds: [peer.personId], body: `${bad} wrote.`, path: `/proposals/${proposal.id}`, cause: `c:${randomUUID()}` }));
    expect(await send(post)).toBe(1);
    const [mail] = post.received;
    expect(mail?.headers.has("bcc")).toBe(false);
    expect(mail && addressesOf(mail)).toEqual([await emailOf(peer)]);
    expect(mail?.subject).toContain("Stop Bcc: all@example.org");
    expect(mail?.html).not.toMatch(/<img|<\/script/);
    expect(mail?.html).toContain("&lt;img src=x");
  });
});
