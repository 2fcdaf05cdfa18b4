import { zipSync, strToU8 } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { addLibraryMeasures } from "~/commands/evaluation/add-library-measures.server";
import { cancelImport } from "~/commands/evaluation/cancel-import.server";
import { readTable } from "~/commands/evaluation/read-table.server";
import { continueImports, runImport } from "~/commands/evaluation/run-import.server";
import { setThreshold } from "~/commands/evaluation/set-threshold.server";
import { signAgreement } from "~/commands/evaluation/sign-agreement.server";
import { stageImport } from "~/commands/evaluation/stage-import.server";
import { startImport } from "~/commands/evaluation/start-import.server";
import { undoImport } from "~/commands/evaluation/undo-import.server";
import type { Outcome } from "~/domain/access/ruling";
import { guessedRoles } from "~/domain/evaluation/import-rows";
import { measureData } from "~/queries/evaluation/measure-data.server";
import { measurePage } from "~/queries/evaluation/measure-page.server";
import { database } from "~/store/database.server";
import { measuresOf } from "~/store/measures.server";
import { freshDatabase } from "~/store/test-database";
import { programForTests, type ProgramForTests } from "../../../e2e/support/program-for-tests";

let program: ProgramForTests;
let agreementId: string;
let measureId: string;
const cit = () => program.person("cit");
const header = "month,agency,measure,numerator,denominator";
const years = [2024, 2025];
const months = years.flatMap((year) => Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, "0")}`));

beforeAll(async () => {
  await freshDatabase();
  program = await programForTests();
  done(await addLibraryMeasures(cit(), {}));
  measureId = (await measuresOf(database(), program.programId, { key: "force-rate" }))[0]?.id ?? "";
  agreementId = await agreement();
});

function done<Value>(outcome: Outcome<Value>): Value {
  if (outcome.ok) return outcome.value;
  throw new Error(outcome.kind === "missing" ? "missing" : JSON.stringify(outcome));
}

async function agreement(expiresOn = "2099-12-31"): Promise<string> {
  const terms = { title: "Totals for the CIT study", purpose: "Evaluation", parties: "Police, university", fields: "month, agency, measure, race, numerator, denominator", measureIds: [measureId], retention: "Five years", publication: "After thirty days", validFrom: "2020-01-01", expiresOn };
  return done(await signAgreement(cit(), terms)).agreementId;
}

const file = (text: string | Uint8Array, name = "totals.csv") => ({ name, bytes: typeof text === "string" ? new TextEncoder().encode(text) : text });
const lines = (numerator: (at: number) => number) => months.flatMap((month, at) => [`${month},Riverton Police,force-rate,${numerator(at)},${150 + at}`, `${month},Cedar County Sheriff,force-rate,${6 + (at % 3)},${90 + at}`]);
const table = (numerator: (at: number) => number) => [header, ...lines(numerator)].join("\n");

async function imported(text: string | Uint8Array): Promise<string> {
  const { importId } = done(await stageImport(cit(), { agreementId }, file(text)));
  const { header: columns } = await database().dataImport.findUniqueOrThrow({ where: { id: importId } });
  done(await startImport(cit(), { importId, roles: guessedRoles(columns) }));
  await runImport(cit(), importId);
  return importId;
}

const stateOf = async (id: string) => (await database().dataImport.findUniqueOrThrow({ where: { id } })).state;
const counts = (importId: string) => database().aggregateCount.count({ where: { importId } });

describe("a file of totals", () => {
  test("with a column of names is refused, the column is named, and nothing is kept", async () => {
    const refused = await stageImport(cit(), { agreementId }, file(`${header},Last name\n2024-01,Riverton Police,force-rate,9,150,Ray`));
    expect(refused).toMatchObject({ ok: false, status: 422, field: "file", reason: expect.stringContaining("“Last name”") });
    const hidden = await stageImport(cit(), { agreementId }, file(`${header}\n2024-01,Riverton Police,force-rate,9,150\n2024-02,123-45-6789,force-rate,9,150`));
    expect(hidden).toMatchObject({ ok: false, reason: expect.stringMatching(/“agency” looks like social security numbers/) });
    expect(await database().dataImport.count()).toBe(0);
  });

  test("with a column that the agreement does not name, or after its last day, is refused", async () => {
    expect(await stageImport(cit(), { agreementId }, file(`${header},weapon\n2024-01,Riverton Police,force-rate,9,150,none`))).toMatchObject({ ok: false, reason: expect.stringContaining("“weapon”") });
    const ended = await agreement("2025-01-01");
    expect(await stageImport(cit(), { agreementId: ended }, file(table(() => 9)))).toMatchObject({ ok: false, field: "agreementId", reason: expect.stringContaining("ended on 2025-01-01") });
    expect(await stageImport(program.person("peer"), { agreementId }, file(table(() => 9)))).toMatchObject({ ok: false, status: 403 });
  });

  test("with rows that need mending names each of them and keeps nothing", async () => {
    const importId = await imported([header, "2024-01,Riverton Police,force-rate,9,150", "2024-02,Riverton Police,force-rate,200,150", "2024-03,Elsewhere,force-rate,9,150", "2024-01,Riverton Police,force-rate,9,150"].join("\n"));
    expect(await stateOf(importId)).toBe("rejected");
    expect((await database().dataImport.findUniqueOrThrow({ where: { id: importId } })).notes).toMatchObject({ problemCount: 3, problems: [{ row: 3 }, { row: 4 }, { row: 5, problem: expect.stringContaining("row 2") }] });
    expect(await counts(importId)).toBe(0);
  });

  test("comes in, shows its figures with small counts hidden everywhere alike, and can be undone", async () => {
    const importId = await imported(table((at) => (at === 3 ? 2 : 9 + (at % 5))));
    expect(await stateOf(importId)).toBe("done");
    expect(await counts(importId)).toBe(48);
    const page = done(await measurePage(cit(), { measureId }));
    const april = page.figures?.periods.find(({ core }) => core === "2024-04")?.cells[program.organizationIds[0] ?? ""];
    expect(april).toMatchObject({ numerator: { state: "small" }, figure: null });
    expect(page.figures?.years.map(({ name }) => name)).toEqual(["2025", "2024"]);
    const { lines: csv } = done(await measureData(cit(), { measureId }));
    expect(csv.filter(({ value }) => value === "2")).toEqual([]);
    expect(csv).toContainEqual({ period: "2024-04", agency: "Riverton Police", breakdown: "", stratum: "", part: "numerator", value: "<5" });
    done(await undoImport(cit(), { importId }));
    await runImport(cit(), importId);
    expect((await database().dataImport.findUniqueOrThrow({ where: { id: importId } })).releasePending).toBe(false);
    expect(done(await measurePage(cit(), { measureId })).figures?.periods).toEqual([]);
    expect(await undoImport(cit(), { importId })).toMatchObject({ ok: false, status: 409 });
  });

  test("from Excel is read as it was typed, and one with merged cells says which", async () => {
    const rows = [header, ...lines(() => 12).slice(0, 4)].map((line) => line.split(","));
    const importId = await imported(workbook(rows));
    expect(await stateOf(importId)).toBe("done");
    expect(await counts(importId)).toBe(4);
    expect(await stageImport(cit(), { agreementId }, file(workbook(rows, '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>'), "totals.xlsx"))).toMatchObject({ ok: false, reason: expect.stringContaining("A1:B1") });
  });

  test("from Excel may have more text than a Word file may", async () => {
    const wide = Array.from({ length: 30_000 }, (_, at) => [`2024-${String((at % 12) + 1).padStart(2, "0")}`, "Riverton Police", "force-rate", `Group ${at}`, `${100 + at}`, `${9_000_000 + at}`]);
    const table = await readTable(workbook([["month", "agency", "measure", "race", "numerator", "denominator"], ...wide]));
    expect([table.rows, table.persons]).toEqual([30_000, []]);
  });

  test("that was cancelled keeps nothing, and one whose server stopped is gone on with", async () => {
    const { importId } = done(await stageImport(cit(), { agreementId }, file(table(() => 9))));
    done(await startImport(cit(), { importId, roles: guessedRoles(header.split(",")) }));
    done(await cancelImport(cit(), { importId }));
    await runImport(cit(), importId);
    expect([await stateOf(importId), await counts(importId)]).toEqual(["cancelled", 0]);
    const { importId: stopped } = done(await stageImport(cit(), { agreementId }, file(table(() => 9))));
    done(await startImport(cit(), { importId: stopped, roles: guessedRoles(header.split(",")) }));
    expect(await continueImports(-1)).toBe(1);
    expect([await stateOf(stopped), await counts(stopped)]).toEqual(["done", 48]);
  });

  test("a threshold below the usual one needs a reason, stands in the records, and shows no more than it should", async () => {
    expect(await setThreshold(cit(), { measureId, threshold: "4", reason: "" })).toMatchObject({ ok: false, field: "reason" });
    expect(await setThreshold(cit(), { measureId, threshold: "1", reason: "All of it." })).toMatchObject({ ok: false, field: "threshold" });
    done(await setThreshold(cit(), { measureId, threshold: "11", reason: "The hospital asks for it." }));
    const page = done(await measurePage(cit(), { measureId }));
    expect(page.figures).toMatchObject({ threshold: 11, rule: { reason: "The hospital asks for it." } });
    expect(await database().auditRecord.count({ where: { act: "threshold.set", outcome: "done" } })).toBe(1);
  });
});

/** A workbook of one sheet, with its text inline. */
function workbook(rows: readonly string[][], after = ""): Uint8Array {
  const cell = (value: string, at: number, row: number) => {
    const ref = `r="${String.fromCharCode(65 + at)}${row}"`;
    return /^\d+$/.test(value) ? `<c ${ref}><v>${value}</v></c>` : `<c ${ref} t="inlineStr"><is><t>${value}</t></is></c>`;
  };
  const sheet = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows.map((row, at) => `<row r="${at + 1}">${row.map((value, column) => cell(value, column, at + 1)).join("")}</row>`).join("")}</sheetData>${after}</worksheet>`;
  const parts = {
    "xl/workbook.xml": `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Totals" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": sheet,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}
