import { personHeadings, personValue, type PersonColumn } from "~/domain/evaluation/person-guard";
import { lineOf, numberedRowsOf, type NumberedRow } from "~/domain/tables/separated-values";
import { takingTurns } from "~/editor/import/taking-turns";
import { spreadsheetRows } from "~/editor/import/spreadsheet";

export const largestTable = { bytes: 40_000_000, rows: 500_000, columns: 200 };
/** So many rows are stored at once. */
export const slice = 2_000;
/** So many rows below the headings are shown before anything is kept; a sample holds an empty row for an empty row. */
const shown = 20;

export type ReadTable = { header: string[]; sample: string[][]; rows: number; persons: PersonColumn[]; text: string };

/**
 * Reads a CSV or Excel file whole and looks at every value for persons and incidents, in slices so that the server goes on serving.
 * Throws Refused (from the Excel reader) or an Error with a sentence for what cannot be read.
 */
export async function readTable(bytes: Uint8Array): Promise<ReadTable> {
  const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const rows: Iterable<NumberedRow> = zipped ? await spreadsheetRows(bytes) : numberedRowsOf(textOf(bytes));
  let header: string[] | null = null;
  const sample: string[][] = [];
  const persons = new Map<string, PersonColumn>();
  const pieces: string[] = [];
  let count = 0;
  let last = 0;
  let named = 0;
  const turns = takingTurns();
  for (const { at: number, row } of rows) {
    // Empty rows are kept as such, so that each row goes on having the number it has in the file.
    pieces.push("\n".repeat(number - last - 1), lineOf(row));
    last = number;
    if (!header) {
      named = filled(row);
      header = row.map((column, at) => column || `Column ${at + 1}`);
      for (const found of personHeadings(header)) persons.set(found.column, found);
      continue;
    }
    if (named === 1 && filled(row) > 1) throw new Error(`The first row names one column, and row ${number} has ${filled(row)}. Put the names of the columns in the first row, with no title above them.`);
    count += 1;
    if (count > largestTable.rows) throw new Error(`The file has more than ${largestTable.rows.toLocaleString("en-US")} rows. Send it in parts.`);
    if (number <= shown + 1) sample[number - 2] = row;
    for (const [at, value] of row.entries()) {
      const column = header[at] ?? `Column ${at + 1}`;
      const why = persons.has(column) ? null : personValue(value, column);
      if (why) persons.set(column, { column, why });
    }
    if (turns.due()) await turns.take();
  }
  if (!header || count === 0) throw new Error("The file has no rows below its headings.");
  return { header, sample: Array.from(sample, (row) => row ?? []), rows: count, persons: [...persons.values()], text: pieces.join("") };
}

function filled(row: readonly string[]): number {
  return row.filter(Boolean).length;
}

/** UTF-8, UTF-16 with its mark, or what old spreadsheets write. */
function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  if (bytes.subarray(0, 1_000).includes(0)) throw new Error("This is neither a CSV nor an Excel file (.xlsx). Save it as one of them.");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
