import { describe, expect, test } from "vitest";
import { kindOfCause } from "./kinds";
import { lease, mailMoves, mailStates, moveAfterFailure, moveMail, pauseAfter, type MailMove, type MailState } from "./outgoing";
import { reminderCause, reminderDue } from "./reminders";
import { firstChoice, lastDigestHour, mailingOf, type NoticeChoice } from "./rhythm";

describe("a mail on its way", () => {
  const goes: Partial<Record<`${MailState} ${MailMove}`, MailState>> = {
    "waiting claim": "sending",
    "sending claim": "sending",
    "sending deliver": "sent",
    "sending keep": "kept",
    "sending leave": "left",
    "sending postpone": "waiting",
    "sending fail": "failed",
  };
  const pairs = mailStates.flatMap((state) => mailMoves.map((move) => ({ state, move })));

  test.each(pairs)("$state, asked to $move", ({ state, move }) => {
    const to = goes[`${state} ${move}`];
    expect(moveMail(state, move)).toMatchObject(to ? { ok: true, to } : { ok: false, status: 409 });
  });

  test("is tried again after a minute, two, four, and never less often than every three hours", () => {
    expect([1, 2, 3, 4, 20].map((attempts) => pauseAfter(attempts) / 60_000)).toEqual([1, 2, 4, 8, 180]);
    expect(lease).toBeGreaterThan(60_000);
  });

  test("is given up when the server says never, or after four days", () => {
    const now = new Date("2026-11-24T12:00:00Z");
    expect(moveAfterFailure({ permanent: true, createdAt: now, now })).toBe("fail");
    expect(moveAfterFailure({ permanent: false, createdAt: new Date("2026-11-20T12:00:01Z"), now })).toBe("postpone");
    expect(moveAfterFailure({ permanent: false, createdAt: new Date("2026-11-20T12:00:00Z"), now })).toBe("fail");
  });
});

describe("how a person is told", () => {
  const choice = (change: Partial<NoticeChoice>) => ({ ...firstChoice, ...change });

  test("at once, unless they chose otherwise", () => {
    expect(mailingOf(firstChoice, { kind: "news", urgent: false })).toBe("instant");
    expect(mailingOf(choice({ rhythm: "daily" }), { kind: "news", urgent: false })).toBe("digest");
    expect(mailingOf(choice({ rhythm: "none" }), { kind: "vote", urgent: true })).toBe("none");
  });

  test("a reminder does not wait for a weekly digest, which would come too late", () => {
    expect(mailingOf(choice({ rhythm: "weekly" }), { kind: "vote", urgent: true })).toBe("instant");
  });

  test("who wants only what needs them gets no news", () => {
    expect(mailingOf(choice({ about: "needed" }), { kind: "news", urgent: false })).toBe("none");
    for (const kind of ["mention", "vote", "decision"] as const) expect(mailingOf(choice({ about: "needed" }), { kind, urgent: false })).toBe("instant");
  });

  test("an act that names no kind is read by its cause", () => {
    expect(["round.open:1", "decision.asked:1", "submission:1", "comment.assign:1", "comment.write:1", "decision.make:1"].map(kindOfCause)).toEqual(["vote", "decision", "decision", "mention", "news", "news"]);
  });
});

describe("the digest hour", () => {
  const last = (rhythm: "daily" | "weekly", now: string, timeZone = "America/Chicago") => {
    const { day, at } = lastDigestHour(rhythm, new Date(now), timeZone);
    return `${day} ${at.toISOString()}`;
  };

  test("is eight in the morning where the program is", () => {
    expect(last("daily", "2026-11-24T14:00:00Z")).toBe("2026-11-24 2026-11-24T14:00:00.000Z");
    expect(last("daily", "2026-11-24T13:59:59Z")).toBe("2026-11-23 2026-11-23T14:00:00.000Z");
    expect(last("daily", "2026-11-24T02:00:00Z", "Pacific/Guam")).toBe("2026-11-24 2026-11-23T22:00:00.000Z");
  });

  test("stays at eight when the clocks change", () => {
    expect(last("daily", "2026-10-31T20:00:00Z")).toBe("2026-10-31 2026-10-31T13:00:00.000Z");
    expect(last("daily", "2026-11-01T20:00:00Z")).toBe("2026-11-01 2026-11-01T14:00:00.000Z");
    expect(last("daily", "2027-03-14T12:59:59Z")).toBe("2027-03-13 2027-03-13T14:00:00.000Z");
    expect(last("daily", "2027-03-14T13:00:00Z")).toBe("2027-03-14 2027-03-14T13:00:00.000Z");
  });

  test("of a weekly digest is on Monday", () => {
    expect(last("weekly", "2026-11-24T14:00:00Z")).toBe("2026-11-23 2026-11-23T14:00:00.000Z");
    expect(last("weekly", "2026-11-23T13:00:00Z")).toBe("2026-11-16 2026-11-16T14:00:00.000Z");
    expect(last("weekly", "2026-11-02T14:30:00Z")).toBe("2026-11-02 2026-11-02T14:00:00.000Z");
  });
});

describe("a reminder before a vote closes", () => {
  const closesAt = new Date("2026-11-24T22:00:00Z");
  const hoursBefore = (before: number) => new Date(closesAt.getTime() - before * 3_600_000);
  const due = (opened: number, now: number) => reminderDue({ openedAt: hoursBefore(opened), closesAt, now: hoursBefore(now) });

  test("comes three days and one day before", () => {
    expect([73, 72, 25, 24, 1, 0].map((now) => due(240, now))).toEqual([null, 72, 72, 24, 24, null]);
  });

  test("does not follow at the heels of the opening", () => {
    expect(due(70, 69)).toBeNull();
    expect(due(70, 24)).toBe(24);
    expect(due(20, 19)).toBeNull();
  });

  test("comes again for a vote that was extended", () => {
    expect(reminderCause("r", closesAt, 24)).not.toBe(reminderCause("r", hoursBefore(-48), 24));
  });
});
