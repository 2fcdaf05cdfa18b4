import { expect, test } from "vitest";
import { findingStates } from "./finding-stages";
import { recheckDue, recheckRuling } from "./recheck";

test.each([["2026-01-15T10:00:00Z", "2026-04-15T10:00:00Z"], ["2026-11-30T10:00:00Z", "2027-02-28T10:00:00Z"], ["2026-10-31T00:00:00Z", "2027-01-31T00:00:00Z"], ["2027-11-30T00:00:00Z", "2028-02-29T00:00:00Z"]])("what came out at %s is read again by %s", (last, due) => {
  expect(recheckDue(new Date(last))).toEqual(new Date(due));
});

test("only what is out is read again, and never by its author", () => {
  expect(findingStates.filter((state) => recheckRuling({ state, authorId: "author" }, "other").ok)).toEqual(["published", "correcting"]);
  expect(recheckRuling({ state: "published", authorId: "author" }, "author")).toMatchObject({ ok: false, status: 403 });
});
