import { describe, expect, test } from "vitest";
import { allSigned, approvalMoves, approvalStates, moveApproval, pathRuling, readApprovalState, toBegin, type ApprovalMove, type ApprovalState } from "./approval";

const ALLOWED: Record<ApprovalState, Partial<Record<ApprovalMove, ApprovalState>>> = {
  waiting: { begin: "open", skip: "skipped", restart: "waiting" },
  open: { sign: "open", finish: "done", skip: "skipped", restart: "waiting" },
  done: { restart: "waiting" },
  skipped: { restart: "waiting" },
};

describe("a stage of an agency's path", () => {
  const pairs = approvalStates.flatMap((state) => approvalMoves.map((move) => ({ state, move, to: ALLOWED[state][move] })));

  test.each(pairs)("to $move a stage that is $state leads to $to", ({ state, move, to }) => {
    const ruling = moveApproval(state, move);
    if (to) expect(ruling).toEqual({ ok: true, value: to });
    else expect(ruling).toMatchObject({ ok: false, status: 409, reason: expect.stringMatching(/^[A-Z].{15,}\.$/) });
  });

  test("a state nobody knows is not guessed at", () => expect(() => readApprovalState("maybe")).toThrow("maybe"));
});

const legal = { id: "legal", name: "Legal", step: 1 };
const labor = { id: "labor", name: "Labor notice", step: 2 };
const training = { id: "training", name: "Training", step: 2 };
const path = (...states: ApprovalState[]) => [legal, labor, training].map((stage, at) => ({ ...stage, state: states[at] ?? "waiting" }));
const begins = (...states: ApprovalState[]) => toBegin(path(...states)).map(({ id }) => id);

test("serial stages take turns, parallel ones run side by side", () => {
  expect(begins("waiting", "waiting", "waiting")).toEqual(["legal"]);
  expect(begins("open", "waiting", "waiting")).toEqual([]);
  expect(begins("done", "waiting", "waiting")).toEqual(["labor", "training"]);
  expect(begins("skipped", "open", "waiting")).toEqual(["training"]);
  expect(begins("done", "done", "skipped")).toEqual([]);
});

test("a stage with two approvers is done only when both have signed", () => {
  expect(allSigned(["brandt", "ellis"], ["brandt"])).toBe(false);
  expect(allSigned(["brandt", "ellis"], ["ellis", "brandt"])).toBe(true);
  expect(allSigned([], ["brandt"])).toBe(false);
});

test("nothing is adopted before every stage is signed off or skipped", () => {
  expect(pathRuling(path("done", "open", "waiting"))).toMatchObject({ ok: false, status: 409, reason: expect.stringContaining("Labor notice and Training are not done yet") });
  expect(pathRuling(path("done", "skipped", "done")).ok).toBe(true);
  expect(pathRuling([]).ok).toBe(true);
});
