import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { anyone } from "~/domain/access/may";
import { extendRound } from "~/commands/voting/extend-round.server";
import { openRound } from "~/commands/voting/open-round.server";
import { meetingLog } from "~/queries/meetings/meeting-log.server";
import { proposalPage } from "~/queries/voting/proposal-page.server";
import { meetingPage } from "~/queries/meetings/meeting-pages.server";
import { database } from "~/store/database.server";
import { freshDatabase } from "~/store/test-database";
import { programForTests, proposalForTests, type ProgramForTests } from "../../../e2e/support/program-for-tests";
import { callMeeting } from "./call-meeting.server";
import { cancelMeeting } from "./cancel-meeting.server";
import { enterMotion } from "./enter-motion.server";
import { publishMinutes } from "./publish-minutes.server";
import { publishNotice } from "./publish-notice.server";
import { setAgenda } from "./set-agenda.server";
import { setMeetingRule } from "./set-meeting-rule.server";
import { takeAttendance } from "./take-attendance.server";

let program: ProgramForTests;

beforeAll(async () => {
  await freshDatabase();
  program = await programForTests();
});

const coordinator = () => program.person("coordinator");
const seatOf = async (name: string) => (await database().seat.findFirstOrThrow({ where: { holderId: program.person(name).personId } })).id;

async function called(lines = "Welcome"): Promise<string> {
  const outcome = await callMeeting(coordinator(), { title: "Steering committee", place: "Library", startsAt: "2031-01-15T17:00", endsAt: "2031-01-15T19:00" });
  const meetingId = outcome.ok ? outcome.value.meetingId : JSON.stringify(outcome);
  await setAgenda(coordinator(), { meetingId, lines });
  return meetingId;
}

const begin = (meetingId: string) => database().meeting.update({ where: { id: meetingId }, data: { startsAt: new Date(Date.now() - 60_000), endsAt: new Date(Date.now() + 3_600_000), noticedAt: new Date(Date.now() - 25 * 3_600_000) } });

test("a meeting goes from its agenda and notice to motions and minutes that list who was present by group", async () => {
  const proposal = await proposalForTests(program);
  const outcome = await callMeeting(coordinator(), { title: "January meeting", place: "Library", startsAt: "2031-01-15T17:00", endsAt: "2031-01-15T19:00" });
  const meetingId = outcome.ok ? outcome.value.meetingId : "";
  expect(await publishNotice(coordinator(), { meetingId })).toMatchObject({ ok: false, status: 409, reason: expect.stringContaining("agenda") });
  expect(await setAgenda(coordinator(), { meetingId, proposalIds: [proposal.id], lines: "Welcome\n\nTraining dates" })).toMatchObject({ ok: true });
  expect(await publishNotice(coordinator(), { meetingId })).toMatchObject({ ok: true });
  expect(await database().notice.count({ where: { cause: `meeting.notice:${meetingId}` } })).toBe(9);
  expect(await setAgenda(coordinator(), { meetingId, lines: "Something else" })).toMatchObject({ ok: false, status: 409 });
  expect(await takeAttendance(coordinator(), { meetingId, seatIds: [await seatOf("peer")] })).toMatchObject({ ok: false, status: 409, reason: expect.stringContaining("not begun") });

  await begin(meetingId);
  const seats = await Promise.all(["cit", "officer", "clinician", "peer"].map(seatOf));
  const [cit = "", officer = "", clinician = "", peer = ""] = seats;
  expect(await takeAttendance(coordinator(), { meetingId, seatIds: seats })).toMatchObject({ ok: true });
  const requestId = randomUUID();
  const motion = { meetingId, requestId, words: "To hold the week of training in March.", movedBy: peer, secondedBy: cit, votes: { [cit]: "consent", [officer]: "consent", [clinician]: "consent", [peer]: "abstain" } };
  const entered = await Promise.all([enterMotion(coordinator(), motion), enterMotion(coordinator(), motion), enterMotion(coordinator(), motion)]);
  expect(entered.every(({ ok }) => ok)).toBe(true);
  expect(await database().motion.count({ where: { meetingId } })).toBe(1);
  expect(await publishMinutes(coordinator(), { meetingId, notes: "The sheriff sent regrets." })).toMatchObject({ ok: true });
  expect(await enterMotion(coordinator(), { ...motion, requestId: randomUUID() })).toMatchObject({ ok: false, status: 409 });

  const page = await meetingPage(program.person("observer"), { meetingId });
  expect(page).toMatchObject({
    ok: true,
    value: {
      agenda: [{ href: `/proposals/${proposal.id}` }, { title: "Welcome" }, { title: "Training dates" }],
      motions: [{ position: 1, movedBy: "peer", secondedBy: "cit", tally: { overall: { consent: 3, abstain: 1 } } }],
      presence: { met: true },
      may: { record: false, minute: false, agenda: false },
    },
  });
  expect(page.ok && page.value.attendance.map(({ groupName }) => groupName).sort()).toEqual(["Behavioral health", "Law enforcement", "Law enforcement", "Lived experience and advocacy"]);
});

test.each([
  [{ startsAt: "2031-03-09T02:30" }, "startsAt"],
  [{ endsAt: "2031-01-15T16:00" }, "endsAt"],
  [{ startsAt: "2020-01-15T17:00" }, "startsAt"],
  [{ place: " " }, "place"],
])("a meeting with %j is refused at %s", async (change, field) => {
  const outcome = await callMeeting(coordinator(), { title: "Meeting", place: "Library", startsAt: "2031-01-15T17:00", endsAt: "2031-01-15T19:00", ...change });
  expect(outcome).toMatchObject({ ok: false, status: 422, fields: { [field]: expect.anything() } });
});

test("a voter calls no meeting, and another program does not learn of one", async () => {
  expect(await callMeeting(program.person("peer"), { title: "Meeting", place: "Library", startsAt: "2031-01-15T17:00", endsAt: "2031-01-15T19:00" })).toMatchObject({ ok: false, status: 403 });
  const elsewhere = await programForTests();
  expect(await meetingPage(elsewhere.person("coordinator"), { meetingId: await called() })).toEqual({ ok: false, kind: "missing" });
});

test("whoever got a notice is told when the meeting is cancelled; of one that was only planned nobody is", async () => {
  const planned = await called();
  const noticed = await called();
  await publishNotice(coordinator(), { meetingId: noticed });
  for (const meetingId of [planned, noticed]) await cancelMeeting(coordinator(), { meetingId, reason: "The snow." });
  expect(await database().notice.count({ where: { cause: `meeting.cancel:${planned}` } })).toBe(0);
  expect(await database().notice.count({ where: { cause: `meeting.cancel:${noticed}` } })).toBe(9);
});

test("under an open-meetings law a vote that decides opens only inside a meeting noticed 24 hours before, closes with it, and stands in the public log", async () => {
  const own = await programForTests();
  const admin = { ...own.person("coordinator"), roles: ["programAdmin", "coordinator"] as const };
  expect(await setMeetingRule(own.person("coordinator"), { openMeetings: "yes", noticeHours: "24" })).toMatchObject({ ok: false, status: 403 });
  expect(await setMeetingRule(admin, { openMeetings: "yes", noticeHours: "24" })).toMatchObject({ ok: true });
  const proposal = await proposalForTests(own);
  expect(await openRound(admin, { proposalId: proposal.id })).toMatchObject({ ok: false, status: 422, field: "meetingId" });
  const soon = await database().meeting.create({ data: { programId: own.programId, title: "Too soon", place: "Library", startsAt: new Date(Date.now() + 3_600_000), endsAt: new Date(Date.now() + 7_200_000), state: "planned", calledById: admin.personId, agenda: { create: { position: 1, title: "Welcome" } } } });
  expect(await publishNotice(admin, { meetingId: soon.id })).toMatchObject({ ok: false, status: 409, reason: expect.stringContaining("24 hours") });

  const outcome = await callMeeting(admin, { title: "Public meeting", place: "Town hall", startsAt: "2031-01-15T17:00", endsAt: "2031-01-15T19:00" });
  const meetingId = outcome.ok ? outcome.value.meetingId : "";
  await setAgenda(admin, { meetingId, proposalIds: [proposal.id] });
  await publishNotice(admin, { meetingId });
  expect(await openRound(admin, { proposalId: proposal.id, meetingId })).toMatchObject({ ok: false, status: 422, field: "meetingId" });
  await begin(meetingId);
  const opened = await openRound(admin, { proposalId: proposal.id, meetingId });
  expect(opened).toMatchObject({ ok: true });
  const { endsAt } = await database().meeting.findUniqueOrThrow({ where: { id: meetingId } });
  const roundId = opened.ok ? opened.value.roundId : "";
  expect(await database().round.findUniqueOrThrow({ where: { id: roundId } })).toMatchObject({ meetingId, closesAt: endsAt });
  expect(await extendRound(admin, { roundId, closesAt: "2031-01-15T19:00", reason: "Two are late." })).toMatchObject({ ok: false, status: 422, field: "closesAt" });
  expect(await cancelMeeting(admin, { meetingId, reason: "The snow." })).toMatchObject({ ok: false, status: 409, reason: expect.stringContaining("still open") });
  const seat = await database().seat.findFirstOrThrow({ where: { holderId: own.person("cit").personId } });
  expect(await takeAttendance(admin, { meetingId, seatIds: [seat.id] })).toMatchObject({ ok: true });
  expect(await publishMinutes(admin, { meetingId })).toMatchObject({ ok: false, status: 409, reason: expect.stringContaining("still open") });
  const log = await meetingLog(anyone, null);
  expect(log.ok && log.value.meetings).toMatchObject([{ title: "Public meeting", agenda: [expect.stringMatching(/^Proposal \d+/)], votes: [{ outcome: "Open" }] }]);
});

test("when a law on open meetings comes to apply, the public has the notices of meetings to come from that moment, and a proposal says in which meeting it is voted on", async () => {
  const own = await programForTests();
  const admin = { ...own.person("coordinator"), roles: ["programAdmin", "coordinator"] as const };
  const proposal = await proposalForTests(own);
  const shown = async () => {
    const page = await proposalPage(own.person("advocate"), { proposalId: proposal.id });
    return page.ok && page.value.votingMeeting;
  };
  const called = await callMeeting(admin, { title: "Spring meeting", place: "Library", startsAt: "2031-01-15T17:00", endsAt: "2031-01-15T19:00" });
  const meetingId = called.ok ? called.value.meetingId : "";
  await setAgenda(admin, { meetingId, proposalIds: [proposal.id] });
  await publishNotice(admin, { meetingId });
  const told = await database().meeting.update({ where: { id: meetingId }, data: { noticedAt: new Date("2026-01-01T00:00:00Z") } });
  expect(await shown()).toBeNull();

  await setMeetingRule(admin, { openMeetings: "yes", noticeHours: "24" });
  const meeting = await database().meeting.findUniqueOrThrow({ where: { id: meetingId } });
  expect(meeting.published).toBe(true);
  expect(meeting.noticedAt?.getTime()).toBeGreaterThan(told.noticedAt?.getTime() ?? Infinity);
  expect(await shown()).toMatchObject({ noticeHours: 24, now: null, next: { id: meetingId, title: "Spring meeting" } });

  await begin(meetingId);
  await database().meeting.update({ where: { id: meetingId }, data: { published: false } });
  expect(await shown()).toMatchObject({ now: null, next: null });
  expect(await openRound(admin, { proposalId: proposal.id, meetingId })).toMatchObject({ ok: false, field: "meetingId", reason: expect.stringContaining("The public was given no notice") });
});
