/** A row of a table, and its number as a spreadsheet counts: empty rows count, a line break within quotes does not. */
export type NumberedRow = { at: number; row: string[] };

/** The rows of a text that hold something. */
export function* rowsOf(text: string, parting?: string): Generator<string[]> {
  for (const { row } of numberedRowsOf(text, parting)) yield row;
}

/** The rows of a text whose values are parted by commas, semicolons or tabs, one at a time; quotes may hold partings and line breaks. */
export function* numberedRowsOf(text: string, parting = partingOf(text)): Generator<NumberedRow> {
  let number = 1;
  let row: string[] = [];
  let value = "";
  let quoted = false;
  let begun = false;
  const clean = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  for (let at = 0; at < clean.length; at++) {
    const letter = clean[at] ?? "";
    if (quoted) {
      if (letter !== '"') value += letter;
      else if (clean[at + 1] === '"') {
        value += '"';
        at++;
      } else quoted = false;
    } else if (letter === '"' && value.trim() === "") {
      quoted = true;
      value = "";
      begun = true;
    } else if (letter === parting) {
      row.push(value.trim());
      value = "";
      begun = true;
    } else if (letter === "\n" || letter === "\r") {
      if (letter === "\r" && clean[at + 1] === "\n") at++;
      row.push(value.trim());
      if (row.some((one) => one !== "")) yield { at: number, row };
      number += 1;
      row = [];
      value = "";
      begun = false;
    } else {
      value += letter;
      begun = true;
    }
  }
  if (begun) {
    row.push(value.trim());
    if (row.some((one) => one !== "")) yield { at: number, row };
  }
}

/** Comma, semicolon or tab: whichever the first line has most of. */
export function partingOf(text: string): string {
  const first = text.slice(0, 10_000).split(/\r?\n/, 1)[0] ?? "";
  const count = (parting: string) => first.split(parting).length;
  return [",", ";", "\t"].reduce((best, parting) => (count(parting) > count(best) ? parting : best), ",");
}

/** One row as a line of comma-separated text, read back by `rowsOf`. */
export function lineOf(row: readonly string[]): string {
  return `${row.map((value) => (/[",\n\r;\t]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)).join(",")}\n`;
}

/** A value as a cell of a file for spreadsheets, where a leading sign would be a formula. */
export function safeCell(value: string): string {
  return /^[=+@\t\r-]/.test(value) && !/^-?\d+(\.\d+)?$/.test(value) ? `'${value}` : value;
}
