import { describe, expect, test } from "vitest";
import { defaultRules } from "../voting/charter";
import { motionRuling, presenceIn } from "./room";
import { meetingMoves, meetingStates, moveMeeting } from "./stages";
import { bindingVoteRuling, meetingTimes, noticeRuling } from "./times";

describe("a meeting moves", () => {
  const goes: Record<string, string> = {
    "planned agenda": "planned",
    "planned notice": "noticed",
    "planned cancel": "cancelled",
    "noticed record": "noticed",
    "noticed minute": "held",
    "noticed cancel": "cancelled",
  };
  test.each(meetingStates.flatMap((state) => meetingMoves.map((move) => [state, move] as const)))("from %s by %s as the table says", (state, move) => {
    const to = goes[`${state} ${move}`];
    expect(moveMeeting(state, move)).toMatchObject(to ? { ok: true, value: to } : { ok: false, status: 409 });
  });
});

const startsAt = new Date("2026-12-01T00:00:00Z");
const endsAt = new Date("2026-12-01T02:00:00Z");
const hoursBefore = (hours: number) => new Date(startsAt.getTime() - hours * 3_600_000);

test("a meeting begins later than now, ends after it begins, and lasts a day at most", () => {
  const now = hoursBefore(1);
  expect(meetingTimes({ startsAt, endsAt, now })).toMatchObject({ ok: true });
  expect(meetingTimes({ startsAt: now, endsAt, now })).toMatchObject({ ok: false, field: "startsAt" });
  expect(meetingTimes({ startsAt, endsAt: startsAt, now })).toMatchObject({ ok: false, field: "endsAt" });
  expect(meetingTimes({ startsAt, endsAt: new Date("2026-12-02T00:00:01Z"), now })).toMatchObject({ ok: false, field: "endsAt" });
});

describe("notice of at least 24 hours", () => {
  const law = { openMeetings: true, noticeHours: 24 };
  test("is taken 24 hours before and refused a second later; without such a law any time before the meeting will do", () => {
    expect(noticeRuling({ startsAt, now: hoursBefore(24), ...law })).toMatchObject({ ok: true });
    expect(noticeRuling({ startsAt, now: new Date(hoursBefore(24).getTime() + 1000), ...law })).toMatchObject({ ok: false, reason: expect.stringContaining("24 hours") });
    expect(noticeRuling({ startsAt, now: hoursBefore(1), openMeetings: false, noticeHours: 24 })).toMatchObject({ ok: true });
    expect(noticeRuling({ startsAt, now: startsAt, openMeetings: false, noticeHours: 24 })).toMatchObject({ ok: false });
  });

  const meeting = { state: "noticed", startsAt, endsAt, noticedAt: hoursBefore(24), published: true };
  const inside = new Date("2026-12-01T01:00:00Z");
  test.each([
    ["outside any meeting", { meeting: null }, "meetingId"],
    ["inside one that was not noticed", { meeting: { ...meeting, state: "planned", noticedAt: null } }, "meetingId"],
    ["inside one noticed too late", { meeting: { ...meeting, noticedAt: hoursBefore(23) } }, "meetingId"],
    ["inside one of which only members were told", { meeting: { ...meeting, published: false } }, "meetingId"],
    ["before it begins", { now: hoursBefore(1) }, "meetingId"],
    ["after it ended", { now: endsAt }, "meetingId"],
    ["with a close after its end", { closesAt: new Date(endsAt.getTime() + 1) }, "closesAt"],
  ])("a vote that decides does not open %s", (_, change, field) => {
    expect(bindingVoteRuling({ ...law, meeting, now: inside, closesAt: endsAt, ...change })).toMatchObject({ ok: false, status: 422, field });
  });

  test("it opens inside, and anywhere without such a law", () => {
    expect(bindingVoteRuling({ ...law, meeting, now: inside, closesAt: endsAt })).toEqual({ ok: true, value: true });
    expect(bindingVoteRuling({ openMeetings: false, noticeHours: 24, meeting: null, now: inside, closesAt: endsAt })).toEqual({ ok: true, value: true });
  });
});

describe("in the room", () => {
  const groups = [{ id: "police", name: "Police" }, { id: "voices", name: "Voices" }];
  const roll = ["p1", "p2", "p3", "v1", "v2"].map((seatId) => ({ seatId, groupId: seatId.startsWith("p") ? "police" : "voices", organizationId: seatId, filled: true }));
  const room = { rules: defaultRules(["police", "voices"]), groups, roll };

  test("there is a quorum only when each required group has its own", () => {
    expect(presenceIn({ ...room, present: ["p1", "p2", "v1"] })).toMatchObject({ met: true, overall: { have: 3, needed: 3 } });
    expect(presenceIn({ ...room, present: ["p1", "p2", "p3"] })).toMatchObject({ met: false, groups: [{ quorum: { met: true } }, { quorum: { met: false, have: 0, needed: 1 } }] });
  });

  test("a motion counts under the charter, of seats that are present", () => {
    const present = ["p1", "p2", "v1"];
    const votes = [{ seatId: "p1", choice: "consent" as const }, { seatId: "p2", choice: "consent" as const }, { seatId: "v1", choice: "object" as const }];
    const motion = { words: "To meet monthly", movedBy: "p1", secondedBy: "p2", votes };
    expect(motionRuling({ ...room, present }, motion)).toMatchObject({ ok: true, value: { carried: false } });
    expect(motionRuling({ ...room, present: [] }, motion)).toMatchObject({ ok: false, status: 409 });
    expect(motionRuling({ ...room, present }, { ...motion, secondedBy: "p1" })).toMatchObject({ ok: false, field: "secondedBy" });
    expect(motionRuling({ ...room, present }, { ...motion, movedBy: "v2" })).toMatchObject({ ok: false, field: "movedBy" });
    expect(motionRuling({ ...room, present }, { ...motion, votes: [] })).toMatchObject({ ok: false, field: "votes" });
    expect(motionRuling({ ...room, present }, { ...motion, votes: [{ seatId: "v2", choice: "consent" }] })).toMatchObject({ ok: false, field: "vote-v2" });
  });
});
