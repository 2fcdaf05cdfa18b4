import ICAL from "ical.js";
import { beforeAll, describe, expect, test } from "vitest";
import { callMeeting } from "~/commands/meetings/call-meeting.server";
import { cancelMeeting } from "~/commands/meetings/cancel-meeting.server";
import { publishNotice } from "~/commands/meetings/publish-notice.server";
import { setAgenda } from "~/commands/meetings/set-agenda.server";
import { createCurriculum } from "~/commands/training/create-curriculum.server";
import { moveCourseOn } from "~/commands/training/move-course.server";
import { planCourse } from "~/commands/training/plan-course.server";
import { openRound } from "~/commands/voting/open-round.server";
import { voidRound } from "~/commands/voting/void-round.server";
import { castVote } from "~/commands/voting/cast-vote.server";
import { closeRound } from "~/commands/voting/close-round.server";
import { anyone } from "~/domain/access/may";
import { calendarFile } from "~/http/calendar-file.server";
import { calendarFeed } from "~/queries/calendar/calendar-feed.server";
import { database } from "~/store/database.server";
import { freshDatabase } from "~/store/test-database";
import { programForTests, proposalForTests, type PersonActor, type ProgramForTests } from "../../../e2e/support/program-for-tests";
import { endCalendar } from "./end-calendar.server";
import { makeCalendar } from "./make-calendar.server";

beforeAll(async () => void (await freshDatabase()));

async function tokenOf(person: PersonActor): Promise<string> {
  const made = await makeCalendar(person, {});
  if (!made.ok) throw new Error("No address was made.");
  return made.value.token;
}

/** The calendar as a reader that is not ours reads it. */
async function read(token: string) {
  const feed = await calendarFeed(anyone, { token });
  if (!feed.ok) throw new Error("There is no such calendar.");
  const text = await calendarFile(feed.value).text();
  const component = new ICAL.Component(ICAL.parse(text) as ConstructorParameters<typeof ICAL.Component>[0]);
  const events = component.getAllSubcomponents("vevent").map((each) => {
    const event = new ICAL.Event(each);
    return { uid: event.uid, title: event.summary, at: event.startDate.toJSDate().toISOString(), utc: event.startDate.zone.tzid === "UTC", sequence: event.sequence, status: String(each.getFirstPropertyValue("status")) };
  });
  return { text, events };
}

async function openVote(program: ProgramForTests, closesAt: string) {
  const proposal = await proposalForTests(program);
  const opened = await openRound(program.person("coordinator"), { proposalId: proposal.id, closesAt });
  if (!opened.ok) throw new Error("The vote did not open.");
  return { ...opened.value };
}

describe("a person's calendar", () => {
  test.each([
    ["America/Chicago", "2027-11-07T17:00", "2027-11-07T23:00:00.000Z"],
    ["America/Chicago", "2027-11-06T17:00", "2027-11-06T22:00:00.000Z"],
    ["America/Phoenix", "2027-11-07T17:00", "2027-11-08T00:00:00.000Z"],
    ["Pacific/Guam", "2027-11-07T17:00", "2027-11-07T07:00:00.000Z"],
  ])("in %s a vote that closes at %s closes at that instant, on either side of a change of the clocks", async (timeZone, local, instant) => {
    const program = await programForTests({ timeZone });
    await openVote(program, local);
    const { events } = await read(await tokenOf(program.person("peer")));
    expect(events).toMatchObject([{ at: instant, utc: true, title: expect.stringMatching(/^Vote closes: proposal \d+, A limit to waiting$/), status: "CONFIRMED" }]);
  });

  test("keeps the name of a date and counts its changes: moved later, then called off", async () => {
    const program = await programForTests();
    const { roundId } = await openVote(program, "2027-06-01T17:00");
    const token = await tokenOf(program.person("peer"));
    const [first] = (await read(token)).events;
    await database().$executeRaw`update "Round" set "closesAt" = "closesAt" + interval '2 days' where id = ${roundId}`;
    const [later] = (await read(token)).events;
    await voidRound(program.person("coordinator"), { roundId, reason: "A mistake in the text." });
    const [off] = (await read(token)).events;
    expect(new Set([first?.uid, later?.uid, off?.uid]).size).toBe(1);
    expect(later?.sequence).toBeGreaterThan(first?.sequence ?? Number.NaN);
    expect(off?.sequence).toBeGreaterThan(later?.sequence ?? Number.NaN);
    expect([first?.status, later?.status, off?.status]).toEqual(["CONFIRMED", "CONFIRMED", "CANCELLED"]);
  });

  test("of an agency's head has the decision that is due, and never says how a vote came out", async () => {
    const program = await programForTests();
    const { roundId } = await openVote(program, "2027-06-01T17:00");
    for (const name of ["cit", "officer", "clinician", "advocate", "peer"]) await castVote(program.person(name), { roundId, requestId: `ballot-${name}`, choice: "consent", reason: "Yes" });
    await closeRound(program.person("coordinator"), { roundId });
    const { text, events } = await read(await tokenOf(program.person("chief")));
    expect(events).toMatchObject([{ title: expect.stringMatching(/^Riverton Police decides: proposal/) }]);
    expect(text).not.toMatch(/carried|consent|object/i);
    expect((await read(await tokenOf(program.person("observer")))).events).toEqual([]);
  });

  test("has no title that its person may not see any more", async () => {
    const program = await programForTests();
    await openVote(program, "2027-06-01T17:00");
    const [peer, cit] = [await tokenOf(program.person("peer")), await tokenOf(program.person("cit"))];
    await database().document.update({ where: { id: program.documentId }, data: { visibility: "organization" } });
    expect((await read(peer)).events).toEqual([]);
    expect((await read(cit)).events).toHaveLength(1);
  });

  test("opens by its secret only, which is kept nowhere and ends when its person ends it, makes a new one or is suspended", async () => {
    const program = await programForTests();
    const peer = program.person("peer");
    const first = await tokenOf(peer);
    expect(JSON.stringify(await database().calendarFeed.findMany())).not.toContain(first);
    const second = await tokenOf(peer);
    expect(await calendarFeed(anyone, { token: first })).toMatchObject({ ok: false, kind: "missing" });
    expect(await calendarFeed(anyone, { token: second })).toMatchObject({ ok: true });
    await database().person.update({ where: { id: peer.personId }, data: { suspendedAt: new Date() } });
    expect(await calendarFeed(anyone, { token: second })).toMatchObject({ ok: false, kind: "missing" });
    await database().person.update({ where: { id: peer.personId }, data: { suspendedAt: null } });
    await endCalendar(peer, {});
    expect(await calendarFeed(anyone, { token: second })).toMatchObject({ ok: false, kind: "missing" });
  });

  test("has the meetings whose notice is out, with their end, and those called off; not those that are only planned", async () => {
    const program = await programForTests();
    const called = await callMeeting(program.person("coordinator"), { title: "Steering committee", place: "Library", startsAt: "2027-11-07T17:00", endsAt: "2027-11-07T18:30" });
    const meetingId = called.ok ? called.value.meetingId : "";
    const token = await tokenOf(program.person("peer"));
    expect((await read(token)).events).toEqual([]);
    await setAgenda(program.person("coordinator"), { meetingId, lines: "Welcome" });
    await publishNotice(program.person("coordinator"), { meetingId });
    const noticed = await read(token);
    expect(noticed.events).toMatchObject([{ title: "Steering committee", at: "2027-11-07T23:00:00.000Z", status: "CONFIRMED" }]);
    expect(noticed.text).toContain("DTEND:20271108T003000Z");
    expect(noticed.text).toContain("LOCATION:Library");
    await cancelMeeting(program.person("coordinator"), { meetingId, reason: "Snow." });
    const [off] = (await read(token)).events;
    expect([off?.uid, off?.status]).toEqual([noticed.events[0]?.uid, "CANCELLED"]);
    expect(off?.sequence).toBeGreaterThan(noticed.events[0]?.sequence ?? Number.NaN);
  });

  test("has the days of the courses that the person runs, with the hours of the day in the program's zone, and nobody else's calendar has them", async () => {
    const program = await programForTests();
    const coordinator = program.person("coordinator");
    const curriculum = await createCurriculum(coordinator, { curriculum: "refresher", number: "TRN-9", title: "Refresher", visibility: "program", agencyIds: [program.organizationIds[0] ?? ""] });
    if (!curriculum.ok) throw new Error(JSON.stringify(curriculum));
    const planned = await planCourse(coordinator, { curriculumId: curriculum.value.id, title: "Refresher, fall", place: "Academy", audience: "Patrol", capacity: "12", days: "2027-11-06\n2027-11-08" });
    if (!planned.ok) throw new Error(JSON.stringify(planned));
    const { events } = await read(await tokenOf(coordinator));
    expect(events.map(({ title, at }) => [title, at])).toEqual([["Refresher, fall, day 1 of 2", "2027-11-06T13:00:00.000Z"], ["Refresher, fall, day 2 of 2", "2027-11-08T14:00:00.000Z"]]);
    expect((await read(await tokenOf(program.person("officer")))).events).toEqual([]);
    await moveCourseOn(coordinator, { courseId: planned.value.courseId, move: "cancel" });
    const after = (await read(await tokenOf(coordinator))).events;
    expect(after.map(({ status }) => status)).toEqual(["CANCELLED", "CANCELLED"]);
    expect(after[0]?.sequence).toBeGreaterThan(events[0]?.sequence ?? 0);
  });

  test("takes a title with line ends and markup as a title", async () => {
    const program = await programForTests();
    const { roundId } = await openVote(program, "2027-06-01T17:00");
    const bad = "Stop\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:Other; <b>, \\ \"x\"";
    await database().$executeRaw`update "Proposal" set title = ${bad} where id = (select "proposalId" from "Round" where id = ${roundId})`;
    const { events } = await read(await tokenOf(program.person("peer")));
    expect(events).toHaveLength(1);
    expect(events[0]?.title).toContain('Stop END:VEVENT BEGIN:VEVENT SUMMARY:Other; <b>, \\ "x"');
  });
});
