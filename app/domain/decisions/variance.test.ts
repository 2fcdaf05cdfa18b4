import { expect, test } from "vitest";
import { heldInWords, askedInWords, varianceFile, varianceTitles, type VarianceLine } from "./variance";

const now = new Date("2026-11-25T12:00:00Z");
const difference = { clauseId: "c2", number: "2.1", title: "Waiting", choice: "reword" as const, reason: "State law." };
const line = (change: Partial<VarianceLine> = {}): VarianceLine => ({
  number: "CIT-101", title: "Response", agency: "Cedar County Sheriff", edition: 2, own: false, since: "2026-11-01", until: null, differences: [],
  comingEdition: null, comingOwn: false, comingFrom: null, comingDifferences: [], asked: [], ...change,
});

test.each([
  [{ edition: null }, "Nothing in force"],
  [{}, "Edition 2 as carried"],
  [{ own: true, differences: [difference, { ...difference, number: "", title: "Families" }] }, "Edition 2 with changes in 2.1, Families"],
  [{ until: "2026-12-31" }, "Interim order: edition 2 as carried"],
])("what an agency holds is said: %j", (change, words) => expect(heldInWords(line(change))).toBe(words));

test.each([
  ["pending", "2026-12-01", "Proposal 4: not yet decided"],
  ["pending", "2026-11-01", "Proposal 4: overdue"],
  ["inComment", "2026-12-01", "Proposal 4: changes open for comment"],
  ["declined", "2026-11-01", "Proposal 4: declined"],
])("what is open or was declined is said: %s, due %s", (outcome, due, words) => {
  expect(askedInWords({ outcome, proposal: 4, dueAt: new Date(`${due}T00:00:00Z`) }, now)).toBe(words);
});

test("the file has a line for each difference, with its clause and reason, and one for an agency without any", () => {
  const rows = varianceFile([line({ own: true, differences: [difference, { ...difference, clauseId: "c3", number: "3" }] }), line({ asked: [{ outcome: "declined", proposal: 4, dueAt: now, reasons: "No staff." }, { outcome: "pending", proposal: null, dueAt: "2026-12-01T00:00:00Z", reasons: "" }] })], now);
  expect(rows.map((row) => row.length)).toEqual(rows.map(() => varianceTitles.length));
  expect(rows.map((row) => [row[6], row[8], row[11], row[12]])).toEqual([["2.1", "State law.", "", ""], ["3", "State law.", "", ""], ["", "", "Proposal 4: declined; First edition: not yet decided", "No staff."]]);
});
