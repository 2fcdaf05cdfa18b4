import { describe, expect, test } from "vitest";
import { strToU8, zipSync } from "fflate";
import { numberedRowsOf } from "~/domain/tables/separated-values";
import { readTable } from "./read-table.server";

const table = "month,agency,numerator\r\n2026-01,Río County,4\r\n";
const told = { header: ["month", "agency", "numerator"], sample: [["2026-01", "Río County", "4"]], rows: 1, persons: [] };

function utf16(text: string, order: "little" | "big"): Uint8Array {
  const bytes = Buffer.from(`\ufeff${text}`, "utf16le");
  return order === "little" ? bytes : bytes.swap16();
}

describe("a table is read as what wrote it meant it", () => {
  test.each([
    ["UTF-8", Buffer.from(table, "utf8")],
    ["UTF-8 with its mark", Buffer.from(`\ufeff${table}`, "utf8")],
    ["UTF-16, as Excel saves “Unicode text”", utf16(table, "little")],
    ["UTF-16 the other way round", utf16(table, "big")],
    ["Windows-1252, as old spreadsheets save", Buffer.from(table, "latin1")],
    ["semicolons, as a European Excel writes", Buffer.from(table.replaceAll(",", ";"), "utf8")],
    ["tabs", Buffer.from(table.replaceAll(",", "\t"), "utf8")],
  ])("%s", async (_name, bytes) => {
    expect(await readTable(bytes)).toMatchObject(told);
  });

  test("a picture, an empty file and headings alone are refused in a sentence", async () => {
    await expect(readTable(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]))).rejects.toThrow("This is neither a CSV nor an Excel file (.xlsx). Save it as one of them.");
    for (const nothing of ["", "month,agency\n"]) await expect(readTable(Buffer.from(nothing))).rejects.toThrow("The file has no rows below its headings.");
  });

  test("a title above the headings is told as such", async () => {
    const refusal = "The first row names one column, and row 2 has 2. Put the names of the columns in the first row, with no title above them.";
    for (const title of ["Monthly report\n", "Monthly report,\n"]) await expect(readTable(Buffer.from(`${title}month,numerator\n2026-01,4\n`))).rejects.toThrow(refusal);
    expect(await readTable(Buffer.from("month\n2026-01\n"))).toMatchObject({ header: ["month"], rows: 1 });
  });

  const numbers = ({ text }: { text: string }) => [...numberedRowsOf(text, ",")].map(({ at, row }) => [at, row[0]]);

  test("empty rows are passed over, and the others keep the numbers they have in the file", async () => {
    const read = await readTable(Buffer.from('month,numerator\n\n2026-01,"4\n"\n,\n2026-02,5\n'));
    expect(numbers(read)).toEqual([[1, "month"], [3, "2026-01"], [5, "2026-02"]]);
    expect(read).toMatchObject({ rows: 2, sample: [[], ["2026-01", "4"], [], ["2026-02", "5"]] });
  });

  test("the rows of a sheet too", async () => {
    const read = await readTable(sheet('<row r="2"><c r="A2" t="inlineStr"><is><t>month</t></is></c><c r="B2" t="inlineStr"><is><t>n</t></is></c></row><row r="3"/><row r="5"><c r="A5" t="inlineStr"><is><t>2026-01</t></is></c><c r="B5"><v>4</v></c></row>'));
    expect(numbers(read)).toEqual([[2, "month"], [5, "2026-01"]]);
  });

  test("a sheet with a fault in a cell is refused with the cell named", async () => {
    await expect(readTable(sheet('<row r="1"><c r="A1"><v>1</v></c></row><row r="7"><c r="B7" t="e"><v>#DIV/0!</v></c></row>'))).rejects.toThrow("The cell B7 holds the error #DIV/0!. Mend it in the file first.");
  });
});

function sheet(rows: string): Uint8Array {
  return zipSync({ "xl/workbook.xml": strToU8("<workbook/>"), "xl/worksheets/sheet1.xml": strToU8(`<worksheet><sheetData>${rows}</sheetData></worksheet>`) });
}
