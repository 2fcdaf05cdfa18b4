import type { Node } from "@tiptap/pm/model";
import { ReplaceStep, type Step, Transform } from "@tiptap/pm/transform";
import type { BatchedStep } from "./step-rebasing";

/**
 * Where words belong that were typed in a clause whose move could not be kept, because somebody else moved it too: into
 * the same block of the same clause, wherever that stands now. Gives a step for each that has such a place.
 */
export function placeByClause(doc: Node, own: readonly BatchedStep[]): (at: number, target: Node) => Step | null {
  const written = new Transform(doc);
  for (const { step } of own) if (written.maybeStep(step).failed) break;
  return (at, target) => {
    const before = written.docs[at];
    const step = own[at]?.step;
    if (!before || !(step instanceof ReplaceStep) || !isInline(step)) return null;
    const place = placeIn(target, before, step.from);
    return place === null ? null : new ReplaceStep(place, place, step.slice);
  };
}

function isInline({ slice }: ReplaceStep): boolean {
  return slice.size > 0 && slice.openStart === 0 && slice.openEnd === 0 && slice.content.content.every((node) => node.isInline);
}

function placeIn(target: Node, before: Node, from: number): number | null {
  const $from = before.resolve(from);
  const depth = Array.from({ length: $from.depth }, (_, up) => $from.depth - up).find((each) => $from.node(each).type.name === "clause");
  if (depth === undefined || !$from.parent.isTextblock) return null;
  let place = clauseAt(target, $from.node(depth).attrs.id);
  let node = place === null ? null : target.nodeAt(place);
  for (let level = depth; level < $from.depth && node !== null && place !== null; level++) {
    const index = $from.index(level);
    if (index >= node.childCount) return null;
    place += 1;
    for (let child = 0; child < index; child++) place += node.child(child).nodeSize;
    node = node.child(index);
  }
  if (!node?.isTextblock || place === null) return null;
  return place + 1 + offsetIn(node, $from.parent, $from.parentOffset);
}

/** The same offset when the words before it are the same, or counted from the end when those behind it are. */
function offsetIn(there: Node, here: Node, offset: number): number {
  const size = there.content.size;
  if (here.cut(0, offset).eq(there.cut(0, Math.min(offset, size)))) return offset;
  const behind = here.content.size - offset;
  if (behind <= size && here.cut(offset).textContent === there.cut(size - behind).textContent) return size - behind;
  return Math.min(offset, size);
}

function clauseAt(doc: Node, id: unknown): number | null {
  let found: number | null = null;
  doc.descendants((node, at) => {
    if (node.type.name !== "clause") return false;
    if (node.attrs.id === id) found ??= at;
    return found === null;
  });
  return found;
}
