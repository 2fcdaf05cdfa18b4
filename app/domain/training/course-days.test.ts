import { expect, test } from "vitest";
import { hoursFitRuling } from "./course-days";

const days = (many: number) => Array.from({ length: many }, (_, at) => `2027-03-0${at + 1}`);

test("forty hours are not taught in one day: twelve fit into each", () => {
  expect(hoursFitRuling(2400, days(1))).toMatchObject({ ok: false, status: 422, field: "days", reason: "The curriculum has 40.0 h, and a day holds at most 12 h. Give at least 4 days." });
  expect(hoursFitRuling(2400, days(3))).toMatchObject({ ok: false });
  expect(hoursFitRuling(2400, days(4))).toMatchObject({ ok: true });
  expect(hoursFitRuling(720, days(1))).toMatchObject({ ok: true });
  expect(hoursFitRuling(721, days(1))).toMatchObject({ ok: false });
});
