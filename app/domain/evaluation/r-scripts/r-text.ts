/** What an R script is made of: its data, and the lines between reading them and the end. */
export type RPart = { data: RTable; lines: readonly string[] };
export type RTable = { columns: readonly string[]; rows: readonly (readonly (string | number)[])[] };

/** A text as R reads it. */
export function rText(text: string): string {
  return `"${text.replace(/[\\"]/g, "\\$&").replace(/[\u0000-\u001f\u007f\u2028\u2029]/g, " ")}"`;
}

/** Numbers as R reads them. */
export function rNumbers(values: readonly number[]): string {
  return `c(${values.map(rNumber).join(", ")})`;
}

export function rNumber(value: number): string {
  return Number.isFinite(value) ? String(value) : Number.isNaN(value) ? "NA" : value > 0 ? "Inf" : "-Inf";
}

/** A line that prints one figure under the label that the analysis page uses. */
export function show(label: string, expression: string): string {
  return `show(${rText(label)}, ${expression})`;
}

/** A comment; a line break in it could start a command. */
export function comment(text: string): string {
  return `# ${text.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, " ")}`;
}

/** The data as CSV (RFC 4180, LF). A text that a spreadsheet would take for a formula gets an apostrophe in front. */
export function csvOf({ columns, rows }: RTable): string {
  const cell = (value: string | number) => {
    if (typeof value === "number") return rNumber(value);
    const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
    return `"${safe.replace(/"/g, '""')}"`;
  };
  return `${[columns.join(","), ...rows.map((row) => row.map(cell).join(","))].join("\n")}\n`;
}
