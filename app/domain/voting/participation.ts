/** One seat in one closed vote. `quarter` such as "2026 Q4". A vacant or recused seat was not invited. */
export type ParticipationRow = { kind: "person" | "organization" | "group"; id: string; name: string; quarter: string; seats: number; invited: number; voted: number };

/** The share that voted of those invited, rounded to whole percent; null when nobody was invited. For display only. */
export function turnout({ invited, voted }: Pick<ParticipationRow, "invited" | "voted">): number | null {
  return invited === 0 ? null : Math.round((voted * 100) / invited);
}

export function turnoutInWords(row: Pick<ParticipationRow, "invited" | "voted">): string {
  const share = turnout(row);
  return share === null ? "nobody was invited" : `${share} %`;
}

/** A table as a file that spreadsheets open (RFC 4180). A cell that a spreadsheet would take for a formula begins with an apostrophe. */
export function csvOf(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [head, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

function cell(value: string | number): string {
  const text = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
