import { expect, test } from "vitest";
import { waitBeforeStart } from "./embedded.server";

test("a database that was ended from outside is started soon, and the more seldom the more often it ends at once", () => {
  expect([0, 1, 2, 3, 4, 5, 500, 5_000].map(waitBeforeStart)).toEqual([500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000, 10_000]);
});
