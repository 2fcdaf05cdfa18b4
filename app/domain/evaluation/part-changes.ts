import type { Column } from "./plan-columns";
import { partNames, planPartsSpec, type PartName, type PlanParts, type Row } from "./plan-parts";

/** How a row's words are shown: the names of what it chose. */
export type Names = Readonly<Record<string, string>>;

export type PartChange = { part: PartName; kind: "added" | "removed" | "changed"; title: string; lines: { label: string; before: string; after: string }[] };

/** What differs between the parts of two versions of a plan, row by row on their ids. */
export function partChanges(before: PlanParts, after: PlanParts, names: { before: Names; after: Names }): PartChange[] {
  return partNames.flatMap((part) => {
    const spec = planPartsSpec[part];
    const old = new Map(before[part].map((row) => [row.id, row]));
    const now = new Map(after[part].map((row) => [row.id, row]));
    const first = spec.columns.find(({ name }) => name === spec.first);
    return [...new Set([...old.keys(), ...now.keys()])].flatMap((id): PartChange[] => {
      const was = old.get(id);
      const is = now.get(id);
      const lines = spec.columns.flatMap((column) => {
        const one = { label: column.label, before: was ? shownWord(column, was, names.before) : "", after: is ? shownWord(column, is, names.after) : "" };
        return one.before === one.after ? [] : [one];
      });
      if (lines.length === 0) return [];
      const shown = is ?? was;
      return [{ part, kind: !was ? "added" : !is ? "removed" : "changed", title: first && shown ? shownWord(first, shown, is ? names.after : names.before) : spec.title, lines }];
    });
  });
}

/** The words of one cell, as a reader sees them. */
export function shownWord(column: Column, row: Row, names: Names): string {
  const value = row[column.name] ?? "";
  if (value === "") return "";
  if (column.kind === "choice") return column.choices[value] ?? value;
  if (column.kind === "from") return names[`${column.source} ${value}`] ?? "No longer there";
  return value;
}

/** The names of everything that rows of a plan can choose among. */
export function namesOf(parts: PlanParts, measures: readonly { id: string; name: string }[]): Names {
  return Object.fromEntries([
    ...measures.map(({ id, name }) => [`measures ${id}`, name] as const),
    ...parts.logic.map(({ id, text }) => [`outcomes ${id}`, text ?? ""] as const),
    ...parts.questions.map(({ id, question }) => [`questions ${id}`, question ?? ""] as const),
  ]);
}
