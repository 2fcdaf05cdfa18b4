import { describe, expect, test } from "vitest";
import { rowsOf, safeCell } from "../tables/separated-values";
import { guessedBreakdown, guessedRoles, mappingFault, numbersIn, numberStyle, readNumber, readRow, type Known, type Mapping } from "./import-rows";
import { importMoves, importStates, moveImport, type ImportMove, type ImportState } from "./import-stages";
import { personHeadings, personValue } from "./person-guard";
import { readPeriod } from "./periods";
import { seriesNotes } from "./series-notes";

describe("columns and values that look like persons or incidents", () => {
  test.each(["Name", "last_name", "DOB", "Date of birth", "SSN", "MRN", "patient id", "Phone", "E-mail", "Home address", "License plate", "Case number", "CAD #", "incident_id", "Incident", "lat", "Longitude", "timestamp", "Time of call", "Narrative", "officerName", "D.O.B.", "S.S.N.", "Med Rec No"])("the heading %s is refused", (heading) => {
    expect(personHeadings([heading])).toHaveLength(1);
  });

  test.each(["month", "Agency name", "measure", "race", "age group", "numerator", "denominator", "Crisis contacts", "incidents", "cases", "District", "Officers trained"])("the heading %s is not", (heading) => {
    expect(personHeadings([heading])).toEqual([]);
  });

  test.each(["123-45-6789", "sam@agency.example", "(312) 555-0142", "312-555-0142", "2025-03-14 22:15", "3/14/2025 10:15", "41.87811, -87.62980", "1450 W Madison St", "MRN 0044812", "25-0012345", "CASE 220198"])("the value %s is refused", (value) => {
    expect(personValue(value)).not.toBeNull();
  });

  test.each(["2025-03", "2025-03-01", "1,234", "12.5", "18-24", "Black", "North District", "2025 Q1", "65 and older"])("the value %s is not", (value) => {
    expect(personValue(value)).toBeNull();
  });
});

describe("a column of groups", () => {
  test.each(["1984-02-03", "02/03/1984", "3.2.84", "123456789", "0044812"])("the group %s is refused", (value) => {
    expect(personValue(value, "race")).not.toBeNull();
  });

  test.each(["18-24", "65 and older", "Beat 12", "2nd shift", "2025-03"])("the group %s is not", (value) => {
    expect(personValue(value, "age_group")).toBeNull();
  });

  test.each([["month", "2025-03-31"], ["Survey date", "3/31/2025"], ["numerator", "123456789"], ["crisis_contacts", "1234567"]])("in the column %s, %s is a period or a count", (column, value) => {
    expect(personValue(value, column)).toBeNull();
  });
});

describe("reading a file", () => {
  test("quotes, semicolons, line breaks and a byte order mark are read as spreadsheets write them", () => {
    expect([...rowsOf('\ufeffa;b\r\n"x;1";"say ""so"""\r\n\r\n"two\nlines";2')]).toEqual([["a", "b"], ["x;1", 'say "so"'], ["two\nlines", "2"]]);
    expect([...rowsOf("a,b\n1,")]).toEqual([["a", "b"], ["1", ""]]);
  });

  test.each([["2025-03", "2025-03"], ["2025-03-01", "2025-03"], ["3/2025", "2025-03"], ["03/01/2025", "2025-03"], ["Mar 2025", "2025-03"], ["March 2025", "2025-03"], ["2025-03-14", null], ["13/2025", null], ["soon", null]])("the month %s", (words, period) => {
    expect(readPeriod(words, "monthly")).toBe(period);
  });

  test("quarters and years are their own", () => {
    expect([readPeriod("2025 Q2", "quarterly"), readPeriod("2025-05", "quarterly"), readPeriod("2025", "yearly")]).toEqual(["2025-04", null, "2025"]);
  });

  test("a decimal comma is decided for the whole file, and what is no number is never one", () => {
    expect(readNumber("1.234,5", numberStyle(["12", "1.234,5"]))).toBe(1234.5);
    expect(readNumber("1,234", numberStyle(["1,234", "5"]))).toBe(1234);
    expect(["", "n/a", "1e5", "12a"].map((value) => readNumber(value, "point"))).toEqual([null, null, null, null]);
  });

  test("what may be a thousand or a thousandth decides nothing; only the columns of numbers are asked", () => {
    expect([["1.234", "0,5"], ["1.234", "12.5"], ["1.234"], ["1,234", "1.234.567"], ["812.125", "1234.125"]].map(numberStyle)).toEqual(["comma", "point", "point", "comma", "point"]);
    expect([...numbersIn([["2024.01", " 3,5 ", "12"], []], { roles: ["period", "numerator", "denominator"] })]).toEqual(["3,5", "12", "", ""]);
  });

  test("a heading that names its groups is what they break down by", () => {
    expect(guessedBreakdown(["month", "Race", "n"], ["period", "stratum", "numerator"])).toBe("race");
    expect(guessedBreakdown(["month", "group", "n"], ["period", "stratum", "numerator"])).toBe("");
    expect(guessedBreakdown(["by", "race", "n"], ["breakdown", "stratum", "numerator"])).toBe("");
  });

  const known: Known = { measures: [{ id: "m1", key: "force-rate", name: "Contacts with force", unit: "share", frequency: "monthly", agreed: true }, { id: "m2", key: "arrest-share", name: "Arrest", unit: "share", frequency: "monthly", agreed: false }], agencies: [{ id: "a1", name: "Riverton Police", shortName: "Police" }], thisMonth: "2026-11" };
  const mapping: Mapping = { roles: ["measure", "period", "agency", "stratum", "numerator", "denominator"], measureId: "", organizationId: "", breakdown: "race" };

  test("a count that nobody can have counted is a problem of its row", () => {
    expect(readRow(["force-rate", "2025-03", "police", "Black", "3", "99999999999999999999"], mapping, known, "point")).toContain("more than anybody can have counted");
  });

  test("a good row is read", () => {
    expect(readRow(["force-rate", "2025-03", "police", "Black", "3", "40"], mapping, known, "point")).toEqual({ measureId: "m1", organizationId: "a1", period: "2025-03", breakdown: "race", stratum: "Black", numerator: 3, denominator: 40 });
  });

  test.each([
    ["a measure outside the agreement", ["arrest-share", "2025-03", "Police", "", "3", "40"], "outside the data-sharing agreement"],
    ["an unknown agency", ["force-rate", "2025-03", "Elsewhere", "", "3", "40"], "no organization"],
    ["a month that is not over", ["force-rate", "2026-11", "Police", "", "3", "40"], "not over"],
    ["a count below zero", ["force-rate", "2025-03", "Police", "", "-3", "40"], "below zero"],
    ["a numerator above its denominator", ["force-rate", "2025-03", "Police", "", "41", "40"], "above its denominator"],
    ["events out of nothing", ["force-rate", "2025-03", "Police", "", "3", "0"], "cannot belong"],
    ["half an event", ["force-rate", "2025-03", "Police", "", "3.5", "40"], "whole number"],
    ["a missing denominator", ["force-rate", "2025-03", "Police", "", "3", ""], "denominator is missing"],
  ])("%s is told", (_name, row, said) => {
    expect(readRow(row, mapping, known, "point")).toContain(said);
  });

  test("headings are guessed, and what the mapping lacks is told", () => {
    expect(guessedRoles(["Month", "Agency", "Race", "Numerator", "Denominator", "Other"])).toEqual(["period", "agency", "stratum", "numerator", "denominator", "leave"]);
    expect(mappingFault({ roles: ["period", "period", "numerator"], measureId: "m1", organizationId: "a1", breakdown: "" })).toMatchObject({ field: "roles-1" });
    expect(mappingFault({ roles: ["period", "numerator"], measureId: "", organizationId: "a1", breakdown: "" })).toMatchObject({ field: "measureId" });
  });

  test("missing months and far figures are shown", () => {
    const points = Array.from({ length: 12 }, (_, at) => ({ period: `2025-${String(at + 1).padStart(2, "0")}`, numerator: at === 6 ? 90 : 10 + (at % 3), denominator: 100 }));
    expect(seriesNotes(points.filter((_, at) => at !== 3), "monthly")).toEqual({ gaps: ["Apr. 2025"], outliers: ["Jul. 2025"] });
  });

  test("a cell that would be a formula is none in a file for spreadsheets", () => {
    expect(["=1+1", "@x", "-5", "<5"].map(safeCell)).toEqual(["'=1+1", "'@x", "-5", "<5"]);
  });
});

const goes: Partial<Record<`${ImportState} ${ImportMove}`, ImportState>> = { "staged start": "running", "staged cancel": "cancelled", "running finish": "done", "running reject": "rejected", "running cancel": "cancelled", "done undo": "undone" };

test.each(importStates.flatMap((state) => importMoves.map((move) => [state, move] as const)))("an import that is %s, %s", (state, move) => {
  const expected = goes[`${state} ${move}`];
  expect(moveImport(state, move)).toMatchObject(expected ? { ok: true, value: expected } : { ok: false, status: 409 });
});
