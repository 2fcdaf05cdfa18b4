import { shownWord, type Names } from "~/domain/evaluation/part-changes";
import type { Column } from "~/domain/evaluation/plan-columns";
import { planPartsSpec, type PartName, type Row } from "~/domain/evaluation/plan-parts";
import { formatDay } from "~/domain/programs/format-when";
import { KeyFacts } from "./key-facts";
import { LogicModel } from "./logic-model";
import { Table } from "./table";

/** The rows of one part of a plan, as they are read: the logic model as a picture, a single row as facts, the rest as a table. */
export function PlanPart({ part, rows, names }: { part: PartName; rows: readonly Row[]; names: Names }) {
  const spec = planPartsSpec[part];
  const [only] = rows;
  if (!only) return null;
  if (part === "logic") return <LogicModel logic={rows} />;
  const used = spec.columns.filter((column) => rows.some((row) => row[column.name]));
  if (spec.single) return <KeyFacts facts={used.map((column) => ({ term: column.label, fact: cellOf(column, only, names) }))} />;
  return <Table caption={spec.title} hideCaption stacks rows={rows} rowKey={({ id }) => id} columns={used.map((column) => ({ title: column.label, heading: column.name === spec.first, cell: (row: Row) => cellOf(column, row, names) }))} />;
}

/** A day as a reader writes it, everything else in its words. */
function cellOf(column: Column, row: Row, names: Names): string {
  const words = shownWord(column, row, names);
  return column.kind === "day" && /^\d{4}-\d{2}-\d{2}$/.test(words) ? formatDay(words, "UTC") : words;
}
