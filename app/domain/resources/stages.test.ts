import { expect, test } from "vitest";
import { goneSince, moveResource, resourceMoves, resourceStates, waitsForReview } from "./stages";

test("every state and move of a resource has its answer", () => {
  const answers = resourceStates.flatMap((state) => resourceMoves.map((move) => [state, move, moveResource(state, move)] as const));
  expect(answers.map(([state, move, ruling]) => [state, move, ruling.ok ? ruling.value : ruling.status])).toEqual([
    ["open", "close", "closed"],
    ["open", "reopen", 409],
    ["closed", "close", 409],
    ["closed", "reopen", "open"],
  ]);
});

const open = { state: "open", closedAt: null, validUntil: null } as const;
const closed = { state: "closed", closedAt: new Date("2026-11-20T12:00Z"), validUntil: null } as const;
const lapsed = { state: "open", closedAt: null, validUntil: "2026-11-20" } as const;

test("what is closed or past its last day is gone, on its last day it is not", () => {
  expect([goneSince(open, "2026-11-21"), goneSince(closed, "2026-11-21"), goneSince(lapsed, "2026-11-20"), goneSince(lapsed, "2026-11-21")]).toEqual([null, "closed", null, "lapsed"]);
});

test("a clause waits until somebody looked after it was gone", () => {
  const [before, after] = [new Date("2026-11-19T12:00Z"), new Date("2026-11-21T12:00Z")];
  expect([open, closed, lapsed].map((resource) => [null, before, after].map((lookedAt) => waitsForReview(resource, lookedAt, "2026-11-22")))).toEqual([
    [false, false, false],
    [true, true, false],
    [true, true, false],
  ]);
});
