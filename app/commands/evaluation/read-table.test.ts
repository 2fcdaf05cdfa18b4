import { describe, expect, test } from "vitest";
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
});
