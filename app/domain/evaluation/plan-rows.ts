import { z } from "zod";
import { allowed, type Refusal, type Ruling } from "../access/ruling";
import type { Column, Source } from "./plan-columns";
import { planPartsSpec, type PartName, type Row } from "./plan-parts";

/** What the `from` columns of a part may choose among: ids. */
export type Offered = Record<Source, ReadonlySet<string>>;

/** How many rows a part may have. */
export const mostRows = 60;

const day = z.iso.date();

/**
 * The rows of a part as they are kept: empty ones left out, each with an id of its own that stays when rows come and go.
 * Refused (422) with a sentence at each field, named "question-2" for the third row as it was sent.
 */
export function rowsRuling(name: PartName, sent: readonly Readonly<Record<string, string>>[], offered: Offered): Ruling<Row[]> {
  const part = planPartsSpec[name];
  const fields: Record<string, string[]> = {};
  const taken = new Set(sent.flatMap(({ id }) => (id ? [id] : [])));
  let next = 1;
  const freeId = () => {
    while (taken.has(String(next))) next += 1;
    taken.add(String(next));
    return String(next);
  };
  const rows = sent.flatMap((row, at): Row[] => {
    const words = Object.fromEntries(part.columns.map(({ name: column }) => [column, (row[column] ?? "").trim().normalize("NFC")]));
    if (!words[part.first]) {
      // A choice always has a value, so it alone does not make a row.
      if (part.columns.some(({ name: column, kind }) => kind !== "choice" && kind !== "from" && words[column])) fields[`${part.first}-${at}`] = [`Fill in “${labelOf(name, part.first)}”, or empty the row.`];
      return [];
    }
    for (const column of part.columns) {
      const fault = faultOf(column, words[column.name] ?? "", offered);
      if (fault) fields[`${column.name}-${at}`] = [fault];
    }
    return [{ ...words, id: /^[0-9]{1,4}$/.test(row.id ?? "") ? String(row.id) : freeId() }];
  });
  if (rows.length > mostRows) fields[`${part.first}-0`] = [`Use at most ${mostRows} rows.`];
  return Object.keys(fields).length > 0 ? refusedAt(fields) : allowed(part.single ? rows.slice(0, 1) : rows);
}

/** A refusal with a sentence at each of several fields. */
export function refusedAt(fields: Record<string, string[]>): Refusal {
  return { ok: false, kind: "refused", status: 422, reason: Object.values(fields)[0]?.[0] ?? "Some of this is not complete.", fields };
}

function labelOf(part: PartName, column: string): string {
  return planPartsSpec[part].columns.find(({ name }) => name === column)?.label ?? column;
}

function faultOf(column: Column, value: string, offered: Offered): string | null {
  if (value === "") return null;
  if (column.kind === "day") return day.safeParse(value).success ? null : "Write the day as year-month-day, such as 2026-11-23.";
  if (column.kind === "choice") return Object.hasOwn(column.choices, value) ? null : `Choose one of: ${Object.values(column.choices).join(", ")}.`;
  if (column.kind === "from") return offered[column.source].has(value) ? null : "Choose one of those offered.";
  const longest = column.longest ?? (column.kind === "line" ? 200 : 2_000);
  return value.length > longest ? `Use at most ${longest.toLocaleString("en-US")} characters.` : null;
}
