import { EditorState } from "@tiptap/pm/state";
import { CellSelection } from "@tiptap/pm/tables";
import { expect, test } from "vitest";
import { clause, docOf, p, table } from "~/editor/suggestions/test-client";
import { tableSelecting } from "./table-nodes";

const start = () => EditorState.create({ doc: docOf(clause("a", "Units", p("Who goes."), table(["r1c1", "r1c2"], ["r2c1", "r2c2"]))), plugins: [tableSelecting()] });

test("rows that became uneven are left as they are: nobody's editor writes what nobody wrote", () => {
  const state = start();
  const row = state.doc.firstChild?.lastChild?.lastChild;
  const end = state.doc.content.size - 3;
  if (!row?.lastChild) throw new Error("There is no row.");
  const after = state.apply(state.tr.insert(end, row.lastChild));
  expect(after.doc.toJSON()).toEqual(state.tr.insert(end, row.lastChild).doc.toJSON());
});

test("a choice of cells is still looked after", () => {
  const state = start();
  const cells: number[] = [];
  state.doc.descendants((node, at) => void (node.type.name === "tableCell" && cells.push(at)));
  const chosen = state.apply(state.tr.setSelection(CellSelection.create(state.doc, cells[0] ?? 0, cells[1] ?? 0)));
  expect(chosen.selection).toBeInstanceOf(CellSelection);
});
