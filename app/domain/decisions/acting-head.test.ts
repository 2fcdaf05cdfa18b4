import { expect, test } from "vitest";
import { actingRuling } from "./acting-head";

const deputy = { suspendedAt: null };
const year = { from: "2026-11-24", until: "2027-02-28" };

test("a deputy of the agency acts for the head from a day to a day", () => expect(actingRuling(deputy, year, "2026-11-24").ok).toBe(true));

test.each([
  ["somebody of another agency", null, year, "personId"],
  ["somebody who is suspended", { suspendedAt: new Date() }, year, "personId"],
  ["a time that began", deputy, { ...year, from: "2026-11-23" }, "from"],
  ["a time that ends before it begins", deputy, { ...year, until: "2026-11-23" }, "until"],
  ["years", deputy, { ...year, until: "2028-01-01" }, "until"],
])("%s is refused at its field", (_, person, acting, field) => expect(actingRuling(person, acting, "2026-11-24")).toMatchObject({ ok: false, status: 422, field }));
