import { Node } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";
import { goToNextCell, tableEditing } from "@tiptap/pm/tables";
import { stampAttribute } from "./stamp";

const roles: Record<string, string> = {
  table: "table",
  tableRow: "row",
  tableHeader: "header_cell",
  tableCell: "cell",
};

/** A table: rows of cells that may span. */
export const Table = Node.create({
  name: "table",
  group: "block",
  content: "tableRow+",
  isolating: true,
  extendNodeSchema: ({ name }) => (roles[name] ? { tableRole: roles[name] } : {}),
  parseHTML: () => [{ tag: "table" }],
  renderHTML: () => ["table", ["tbody", 0]],
  addProseMirrorPlugins: () => [tableSelecting()],
  addKeyboardShortcuts() {
    const go = (by: -1 | 1) => () => goToNextCell(by)(this.editor.state, this.editor.view.dispatch);
    return { Tab: go(1), "Shift-Tab": go(-1) };
  },
});

/**
 * Choosing cells and moving among them. What the package also does, putting cells into uneven rows after whatever change, is left out: it would write in
 * the name of whoever only suggests, or only looks on while two others add a row and a column.
 */
export function tableSelecting(): Plugin {
  const { spec } = tableEditing();
  const onSelection = spec.appendTransaction;
  // Told that nothing changed, it looks after the selection only.
  return new Plugin({
    ...spec,
    appendTransaction(transactions, _before, state) {
      return onSelection?.call(this, transactions, state, state);
    },
  });
}

/** A row of a table, which somebody may suggest to add or to remove. */
export const TableRow = Node.create({
  name: "tableRow",
  addAttributes: () => ({ added: stampAttribute("added"), removed: stampAttribute("removed") }),
  content: "(tableCell | tableHeader)*",
  parseHTML: () => [{ tag: "tr" }],
  renderHTML: () => ["tr", 0],
});

const cell = {
  content: "(paragraph | bulletList | orderedList)+",
  isolating: true,
  addAttributes: () => ({ colspan: span("colspan"), rowspan: span("rowspan"), colwidth: widths, added: stampAttribute("added"), removed: stampAttribute("removed") }),
};

/** An ordinary cell. */
export const TableCell = Node.create({
  ...cell,
  name: "tableCell",
  parseHTML: () => [{ tag: "td" }],
  renderHTML: ({ HTMLAttributes }) => ["td", HTMLAttributes, 0],
});

/** A heading cell. */
export const TableHeader = Node.create({
  ...cell,
  name: "tableHeader",
  parseHTML: () => [{ tag: "th" }],
  renderHTML: ({ HTMLAttributes }) => ["th", HTMLAttributes, 0],
});

const widths = {
  default: null,
  rendered: false,
  parseHTML: () => null,
  validate: (value: unknown) => {
    if (value === null) return;
    if (!Array.isArray(value) || value.length > 100 || !value.every((width) => Number.isInteger(width)))
      throw new RangeError("A table has column widths that are not numbers");
  },
};

function span(name: "colspan" | "rowspan") {
  return {
    default: 1,
    validate: (value: unknown) => {
      if (!Number.isInteger(value) || Number(value) < 1 || Number(value) > 100)
        throw new RangeError("A table cell spans less than 1 or more than 100 rows or columns");
    },
    parseHTML: (element: HTMLElement) =>
      Math.min(100, Math.max(1, Number.parseInt(element.getAttribute(name) ?? "1", 10) || 1)),
    renderHTML: (attributes: Record<string, unknown>) => (attributes[name] === 1 ? {} : { [name]: attributes[name] }),
  };
}
