import type { StructTreeContent, StructTreeNode } from "pdfjs-dist/types/src/display/api";

/** What a tagged file says of a stretch of letters: its paragraph or entry of a list, its heading, its cell. */
export type PdfTag = { block: string; heading: number | null; isContents: boolean; entry: string | null; note: string | null; cell: PdfCell | null };
/** `of` is how many cells the row has. */
export type PdfCell = { table: string; row: number; column: number; of: number; isHead: boolean };

type Around = PdfTag & { sections: number };

const blocks = /^(?:P|H[1-6]?|Title|LI|Caption|Note|FENote|BlockQuote|TOCI)$/;

/** The tags of one page, by the marks that the letters carry. Names are unique in the file. */
export function tagsOf(tree: StructTreeNode, page: number): Map<string, PdfTag> {
  const tags = new Map<string, PdfTag>();
  let counted = 0;
  const visit = (node: StructTreeNode | StructTreeContent, around: Around): void => {
    if ("id" in node) {
      if (node.type === "content") tags.set(node.id, around);
      return;
    }
    const role = node.role;
    const own = { ...around };
    if (blocks.test(role)) own.block = `${page}/${(counted += 1)}`;
    if (role === "LI") own.entry = own.block;
    if (/^(?:FE)?Note$/.test(role)) own.note = own.block;
    if (/^H[1-6]$/.test(role)) own.heading = Number(role.slice(1)) - 1;
    else if (role === "H") own.heading = Math.max(0, own.sections - 1);
    else if (role === "Title") own.heading = -1;
    if (role === "TOC" || role === "TOCI") own.isContents = true;
    if (/^(?:Sect|Art)$/.test(role)) own.sections += 1;
    // The words of a table inside a table belong to the outer cell.
    if (role === "Table" && !own.cell) return readTable(node, own);
    let isFirst = true;
    for (const child of node.children) {
      // The first paragraph of an entry is the entry itself.
      const isEntry = role === "LBody" && isFirst && isNode(child) && child.role === "P";
      if (isEntry) for (const inner of child.children) visit(inner, own);
      else visit(child, own);
      isFirst = false;
    }
  };
  const readTable = (table: StructTreeNode, around: Around): void => {
    const name = `${page}/${(counted += 1)}`;
    let row = 0;
    const rows = (node: StructTreeNode): StructTreeNode[] => node.children.flatMap((child) => (!isNode(child) ? [] : child.role === "TR" ? [child] : /^(?:THead|TBody|TFoot)$/.test(child.role) ? rows(child) : []));
    for (const each of rows(table)) {
      const cells = each.children.filter(isNode).filter(({ role }) => /^T[HD]$/.test(role));
      cells.forEach(({ role, children }, column) => {
        const own = { ...around, block: `${page}/${(counted += 1)}`, heading: null, entry: null, cell: { table: name, row, column, of: cells.length, isHead: role === "TH" } };
        for (const inner of children) visit(inner, own);
      });
      row++;
    }
    for (const child of table.children) if (isNode(child) && child.role === "Caption") visit(child, around);
  };
  visit(tree, { block: `${page}/0`, heading: null, isContents: false, entry: null, note: null, cell: null, sections: 0 });
  return tags;
}

function isNode(node: StructTreeNode | StructTreeContent): node is StructTreeNode {
  return "role" in node;
}
