import { describe, expect, test } from "vitest";
import type { Actor } from "../access/may";
import { skipRuling, stageSignatureRuling, type AskedSignOff } from "./sign-off";
import { typoRuling } from "./typo";

const person = (personId: string, groupId: string): Actor => ({ kind: "person", personId, name: personId, programId: "p", organizationId: "o", organizationName: "O", groupId, roles: [] });
const brandt = person("brandt", "police");
const legal: AskedSignOff = { decision: "pending", state: "open", signedIds: ["ellis"], isNotice: false, today: "2026-11-24", hash: "a1" };
const sign = (change: Partial<AskedSignOff>, noticeOn = "") => stageSignatureRuling({ ...legal, ...change }, { hash: "a1", noticeOn }, brandt);

test("an approver signs off the text that was read", () => expect(sign({})).toEqual({ ok: true, value: { hash: "a1", noticeOn: null } }));

test.each([
  ["when the agency has decided", { decision: "adopted" }],
  ["before the stage's turn", { state: "waiting" as const }],
  ["after it is done", { state: "done" as const }],
  ["twice", { signedIds: ["brandt"] }],
  ["when the text changed meanwhile", { hash: "b2" }],
])("nobody signs off %s", (_, change) => expect(sign(change)).toMatchObject({ ok: false, status: 409 }));

test("a labor notice needs the day it was given, which has been", () => {
  expect(sign({ isNotice: true }, "2026-11-20")).toMatchObject({ ok: true, value: { noticeOn: "2026-11-20" } });
  for (const day of ["", "2026-11-25", "2026-11-31", "soon"]) expect(sign({ isNotice: true }, day)).toMatchObject({ ok: false, status: 422, field: "noticeOn" });
});

test("a stage is skipped with a reason only, and not after it is signed off", () => {
  expect(skipRuling(legal, "  ")).toMatchObject({ ok: false, status: 422, field: "reason" });
  expect(skipRuling(legal, "No union is concerned.")).toEqual({ ok: true, value: { reason: "No union is concerned." } });
  expect(skipRuling({ ...legal, state: "done" }, "Late.")).toMatchObject({ ok: false, status: 409 });
  expect(skipRuling({ ...legal, decision: "declined" }, "Late.")).toMatchObject({ ok: false, status: 409 });
});

describe("a typo only", () => {
  const waiting = { madeById: "chief", groupId: "police" };
  test("is confirmed by a second person of another group", () => expect(typoRuling(waiting, person("peer", "advocacy"), "yes")).toEqual({ ok: true, value: "yes" }));
  test.each([
    ["by who made it", person("chief", "police"), 403],
    ["by somebody of the same group", brandt, 403],
    ["by nobody", { kind: "anyone" } as Actor, 403],
  ])("not %s", (_, actor, status) => expect(typoRuling(waiting, actor, "yes")).toMatchObject({ ok: false, status }));
  test("nor when none waits", () => expect(typoRuling(null, person("peer", "advocacy"), "yes")).toMatchObject({ ok: false, status: 409 }));
});
