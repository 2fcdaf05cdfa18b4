import { Slice, type Node } from "@tiptap/pm/model";
import { ReplaceAroundStep, type Transform } from "@tiptap/pm/transform";
import { writeStamp } from "../schema/stamp";
import { eachSuggested, endThatGoes, stampAt, type Chosen } from "./suggestion-parts";
import type { Verdict } from "./settle";
import { firstToGo, goesOnIn, keepsLetters } from "./what-stays";

const emptied = new Set(["listItem", "bulletList", "orderedList", "callout"]);

/** Settles the ends of paragraphs: one that goes joins its paragraph to the next, or takes an empty one away. */
export function settleEnds(target: Transform, chosen: Chosen, verdict: Verdict): void {
  let waiting = Infinity;
  for (let more = true; more; ) {
    const left = endsOf(target.doc, chosen).filter((at) => !settleEnd(target, at, chosen, verdict)).length;
    more = left > 0 && left < waiting;
    waiting = left;
  }
  // What waits for itself in a circle stays.
  if (waiting > 0) for (const at of endsOf(target.doc, chosen)) target.setNodeAttribute(at, endThatGoes(verdict), null);
}

/** From the last to the first: what is done at one place leaves those before it where they are. */
function endsOf(doc: Node, chosen: Chosen): number[] {
  const found: number[] = [];
  eachSuggested(doc, (node, at) => {
    if (node.type.name === "paragraph" && [stampAt(node, "endInserted"), stampAt(node, "endDeleted")].some((stamp) => stamp && chosen(stamp))) found.push(at);
    return !node.isTextblock;
  });
  return found.reverse();
}

/** Settles the end of one paragraph. False when something that is to be settled too must go before. */
export function settleEnd(target: Transform, at: number, chosen: Chosen, verdict: Verdict): boolean {
  const paragraph = target.doc.nodeAt(at) as Node;
  const going = endThatGoes(verdict);
  const staying = going === "endDeleted" ? "endInserted" : "endDeleted";
  const kept = stampAt(paragraph, staying);
  const gone = stampAt(paragraph, going);
  if (kept && chosen(kept)) target.setNodeAttribute(at, staying, null);
  if (!gone || !chosen(gone)) return true;
  const next = goesOnIn(target.doc, at, verdict);
  if (next && isBeside(target.doc, at, next.place)) join(target, at, next.place);
  else if (next) return waitFor(target, at, next.over, chosen, verdict);
  else if (keepsLetters(paragraph, verdict)) target.setNodeAttribute(at, going, null);
  else if (paragraph.content.size > 0) return waitFor(target, at, [[at + 1, at + paragraph.nodeSize - 1]], chosen, verdict);
  else remove(target, at);
  return true;
}

/** What is to go waits for something that has not been decided: it goes together with that. */
function waitFor(target: Transform, at: number, over: readonly [number, number][], chosen: Chosen, verdict: Verdict): boolean {
  const first = over.map(([from, to]) => firstToGo(target.doc, from, to, verdict, chosen)).find((stamp) => stamp !== null);
  if (first) target.setNodeAttribute(at, endThatGoes(verdict), writeStamp(first));
  return first !== undefined;
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
