import { weekChanges } from "~/domain/training/week-changes";
import { loweredMinimums } from "~/domain/training/minimums";
import { modulesIn } from "~/editor/curriculum-text";
import type { DocumentNode } from "~/editor/schema/document-node";
import { curriculumRule } from "~/store/curricula.server";
import type { Database } from "~/store/database.server";

export type WeekChange = Awaited<ReturnType<typeof weekChange>>;

/** What a text does to the week of a curriculum: hours and places that change, and protected minimums that it lowers. Null for other documents, and where no module changes. */
export async function weekChange(db: Database, { id, kind }: { id: string; kind: string }, before: DocumentNode, after: DocumentNode) {
  if (kind !== "curriculum") return null;
  const rule = await curriculumRule(db, id);
  const [was, is] = [modulesIn(before).modules, modulesIn(after).modules];
  const { total, changes } = weekChanges(was, is);
  return changes.length > 0 ? { total, changes, lowered: loweredMinimums(was, is, rule?.minimums ?? []) } : null;
}
