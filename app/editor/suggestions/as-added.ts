import { Fragment, Slice, type Mark, type Node } from "@tiptap/pm/model";
import { newClauseId } from "../schema/clause-id";
import { writeStamp, type Stamp } from "../schema/stamp";
import { isSuggestion, markStamp } from "./suggestion-parts";

/** Words and blocks as somebody suggests to add them: theirs alone, without suggestions and anchors that they may have been copied with. */
export function asAdded(content: Fragment, stamp: Stamp, taken: ReadonlySet<string> = new Set(), within = false): Fragment {
  const nodes: Node[] = [];
  content.forEach((node) => {
    // What its author takes away already does not come back with a copy.
    const gone = node.isInline && markStamp(node, "deletion")?.author === stamp.author;
    if (node.type.name !== "clauseMove" && !gone) nodes.push(added(node, stamp, taken, within));
  });
  return Fragment.from(nodes);
}

function added(node: Node, stamp: Stamp, taken: ReadonlySet<string>, within: boolean): Node {
  if (node.isInline) return node.mark(insertionOf(node, stamp).addToSet(plainMarks(node)));
  const whole = node.type.name === "clause" || node.type.name === "tableRow" || (isCell(node) && !within);
  const held = asAdded(node.content, stamp, taken, within || whole);
  const attrs: Record<string, unknown> = { ...node.attrs };
  for (const name of ["endInserted", "endDeleted", "added", "removed"]) if (name in attrs) attrs[name] = null;
  if (whole) attrs.added = writeStamp(stamp);
  if (node.type.name === "paragraph" && !within) attrs.endInserted = writeStamp(stamp);
  if (node.type.name === "clause" && taken.has(String(attrs.id))) attrs.id = newClauseId();
  return node.type.create(attrs, held);
}

/** A cell that comes with its row comes as a part of it. */
function isCell(node: Node): boolean {
  return node.type.name === "tableCell" || node.type.name === "tableHeader";
}

/** The same for a piece cut out of a text: the paragraph it ends in has the end that stands there already. */
export function sliceAsAdded({ content, openStart, openEnd }: Slice, stamp: Stamp, end: { endInserted: unknown; endDeleted: unknown } | null): Slice {
  const whole = asAdded(content, stamp);
  return new Slice(end && openEnd > 0 ? withEnd(whole, openEnd, end) : whole, openStart, openEnd);
}

function withEnd(content: Fragment, depth: number, end: object): Fragment {
  const last = content.lastChild;
  if (!last || depth === 0) return content;
  const attrs = last.type.name === "paragraph" ? { ...last.attrs, ...end } : last.attrs;
  return content.replaceChild(content.childCount - 1, last.type.create(attrs, withEnd(last.content, depth - 1, end)));
}

export function plainMarks(node: Node): readonly Mark[] {
  return node.marks.filter((mark) => !isSuggestion(mark) && mark.type.name !== "comment");
}

function insertionOf(node: Node, { id, author, at }: Stamp): Mark {
  return node.type.schema.mark("insertion", { id, author, at });
}
