import { expect, test } from "vitest";
import { clockInWords, headOf, decisionClock, dueAfter } from "./clock";

const askedAt = new Date("2026-10-20T15:00:00Z");
const dueAt = dueAfter(askedAt, 30);
const onDay = (day: number, milliseconds = 0) => decisionClock({ dueAt, now: new Date(askedAt.getTime() + (day - 1) * 86_400_000 + milliseconds) });

test("the clock of 30 days shows 30 on its first day and its last day on day 30", () => {
  expect(clockInWords(onDay(1), "Chief, Agency A")).toBe("30 days left");
  expect(clockInWords(onDay(30), "Chief, Agency A")).toBe("Last day");
});

test("on day 31 it is overdue and says whose turn it is, from the first millisecond", () => {
  expect(onDay(31, -1)).toEqual({ overdue: false, days: 1 });
  expect(onDay(31)).toEqual({ overdue: true, days: 1 });
  expect(onDay(33)).toEqual({ overdue: true, days: 3 });
  expect(clockInWords(onDay(31), "Chief, Agency A")).toBe("Overdue — Chief, Agency A");
});

test("an overdue answer names the chief of a department and the sheriff of a sheriff's office", () => {
  expect(clockInWords({ overdue: true, days: 1 }, headOf("Riverton Police Department"))).toBe("Overdue — Chief, Riverton Police Department");
  expect(headOf("Riverton County Sheriff's Office")).toBe("Sheriff, Riverton County Sheriff's Office");
});
