import { Slice, type Node } from "@tiptap/pm/model";
import { ReplaceAroundStep, type Transform } from "@tiptap/pm/transform";
import { writeStamp } from "../schema/stamp";
import { eachSuggested, endThatGoes, stampAt, type Chosen } from "./suggestion-parts";
import type { Verdict } from "./settle";
import { firstToGo, goesOnIn, keepsLetters } from "./what-stays";

const emptied = new Set(["listItem", "bulletList", "orderedList", "callout"]);

/** Settles the ends of paragraphs: one that goes joins its paragraph to the next, or takes an empty one away. */
export function settleEnds(target: Transform, chosen: Chosen, verdict: Verdict): void {
  const paragraphs: number[] = [];
  eachSuggested(target.doc, (node, at) => {
    if (node.type.name === "paragraph" && (node.attrs.endInserted || node.attrs.endDeleted)) paragraphs.push(at);
    return !node.isTextblock;
  });
  for (const at of paragraphs.reverse()) settleEnd(target, at, chosen, verdict);
}

export function settleEnd(target: Transform, at: number, chosen: Chosen, verdict: Verdict): void {
  const paragraph = target.doc.nodeAt(at) as Node;
  const going = endThatGoes(verdict);
  const staying = going === "endDeleted" ? "endInserted" : "endDeleted";
  const kept = stampAt(paragraph, staying);
  const gone = stampAt(paragraph, going);
  if (kept && chosen(kept)) target.setNodeAttribute(at, staying, null);
  if (!gone || !chosen(gone)) return;
  const next = goesOnIn(target.doc, at, verdict);
  if (next !== null && isBeside(target.doc, at, next)) join(target, at, next);
  else if (next !== null) waitFor(target, at, at + paragraph.nodeSize, next, chosen, verdict);
  else if (keepsLetters(paragraph, verdict)) target.setNodeAttribute(at, going, null);
  else if (paragraph.content.size > 0) waitFor(target, at, at + 1, at + paragraph.nodeSize - 1, chosen, verdict);
  else remove(target, at);
}

/** What is to go waits for something that has not been decided: it goes together with that. */
function waitFor(target: Transform, at: number, from: number, to: number, chosen: Chosen, verdict: Verdict): void {
  const first = firstToGo(target.doc, from, to, verdict, chosen);
  target.setNodeAttribute(at, endThatGoes(verdict), first && writeStamp(first));
}

function isBeside(doc: Node, at: number, next: number): boolean {
  const end = at + (doc.nodeAt(at)?.nodeSize ?? 0);
  const $at = doc.resolve(at);
  return next === end || ($at.index() === $at.parent.childCount - 1 && next === end + 2);
}

/** Joins a paragraph to the one at `next`, and the entries of the list that they stand in: the end that is left is that of the second. */
export function join(target: Transform, at: number, next: number): void {
  const [one, other] = [target.doc.nodeAt(at) as Node, target.doc.nodeAt(next) as Node];
  for (const name of ["endInserted", "endDeleted"]) if (one.attrs[name] !== other.attrs[name]) target.setNodeAttribute(at, name, other.attrs[name]);
  target.delete(at + one.nodeSize - 1, next + 1);
}

/** Takes an empty paragraph away, and the lists, entries and callouts that are empty then. A cell keeps an empty paragraph. */
function remove(target: Transform, at: number): void {
  const $at = target.doc.resolve(at);
  let depth = $at.depth;
  let [from, to] = [at, at + 2];
  while ($at.node(depth).childCount === 1 && emptied.has($at.node(depth).type.name)) {
    [from, to] = [$at.before(depth), $at.after(depth)];
    depth--;
  }
  const parent = $at.node(depth);
  const isCell = parent.type.spec.tableRole === "cell" || parent.type.spec.tableRole === "header_cell";
  const next = parent.maybeChild($at.index(depth) + 1);
  if (isCell && parent.childCount === 1) keepEmpty(target, at, from, to);
  else if (parent.type.name === "listItem" && $at.index(depth) === 0 && next && next.type.name !== "paragraph") liftEntries(target, $at.before(depth), parent);
  else target.delete(from, to);
}

function keepEmpty(target: Transform, at: number, from: number, to: number): void {
  const paragraph = target.doc.type.schema.nodes.paragraph;
  if (from !== at) target.replaceWith(from, to, paragraph?.create() ?? []);
  else for (const name of ["endInserted", "endDeleted"]) if (target.doc.nodeAt(at)?.attrs[name]) target.setNodeAttribute(at, name, null);
}

/** The entries below one whose own words have gone come up to its place; what else it holds stays an entry behind them. */
function liftEntries(target: Transform, at: number, entry: Node): void {
  const list = entry.child(1);
  const end = at + entry.nodeSize;
  if (entry.childCount === 2) {
    target.step(new ReplaceAroundStep(at, end, end - 1 - list.nodeSize + 1, end - 2, Slice.empty, 0));
    return;
  }
  const lifted: Node[] = [];
  let index = 1;
  while (index < entry.childCount && entry.child(index).type.name !== "paragraph") entry.child(index++).forEach((below) => void lifted.push(below));
  const rest = entry.content.content.slice(index);
  target.replaceWith(at, end, rest.length > 0 ? [...lifted, entry.type.create(entry.attrs, rest)] : lifted);
}
