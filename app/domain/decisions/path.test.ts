import { expect, test } from "vitest";
import { pathFrom, readStages } from "./path";

const members = new Set(["brandt", "ellis"]);
const legal = { name: "Legal review", step: "1", days: "14", noticeDays: "", approverIds: ["brandt", "ellis"] };
const labor = { name: "Notice to the union", step: "2", days: "5", noticeDays: "10", approverIds: ["ellis"] };
const empty = { name: "", step: "", days: "", noticeDays: "", approverIds: [] };

test("a path is the named rows in their order, with the agency's holidays", () => {
  const path = pathFrom([labor, empty, legal], "2026-12-25\n2026-11-26, 2026-11-26", members);
  expect(path).toMatchObject({ ok: true, value: { holidays: ["2026-11-26", "2026-12-25"], stages: [{ name: "Legal review", step: 1, noticeDays: null }, { name: "Notice to the union", step: 2, noticeDays: 10 }] } });
});

test.each([
  ["a stage that nobody signs", [{ ...legal, approverIds: [] }], "", "approverIds-0"],
  ["an approver from elsewhere", [{ ...legal, approverIds: ["stranger"] }], "", "approverIds-0"],
  ["no days", [legal, { ...labor, days: "" }], "", "days-1"],
  ["a place of nowhere", [{ ...legal, step: "0" }], "", "step-0"],
  ["a notice of a thousand days", [{ ...labor, noticeDays: "1000" }], "", "noticeDays-0"],
  ["approvers without a stage", [{ ...empty, approverIds: ["brandt"] }], "", "name-0"],
  ["a holiday that does not exist", [legal], "2026-02-30", "holidays"],
])("%s is refused at its field", (_, rows, holidays, field) => {
  const ruling = pathFrom(rows, holidays, members);
  expect(ruling).toMatchObject({ ok: false, status: 422, fields: { [field]: [expect.stringMatching(/\.$/)] } });
});

test("a stored path that is not understood is a fault", () => expect(() => readStages([{ name: "Legal" }])).toThrow());
