import { Slice, type Node } from "@tiptap/pm/model";
import { ReplaceAroundStep, type Transform } from "@tiptap/pm/transform";
import { settleStamps } from "./settle-tables";
import { eachSuggested, type Chosen } from "./suggestion-parts";
import type { Verdict } from "./settle";
import { goesWith } from "./what-stays";

/** The id of the empty clause that is left when every clause of a text is gone. */
export const lastClauseId = "only";

/** Settles clauses that are to come or to go. The clauses below one that goes come up to its place, if they do not go themselves. */
export function settleClauses(target: Transform, chosen: Chosen, verdict: Verdict): void {
  const clauses: number[] = [];
  eachSuggested(target.doc, (node, at) => {
    if (node.type.name === "clause") clauses.push(at);
    return node.type.name === "clause";
  });
  for (const at of clauses.reverse()) {
    const clause = target.doc.nodeAt(at) as Node;
    const stamp = goesWith(clause, verdict);
    if (stamp && chosen(stamp)) remove(target, clause, at);
    else settleStamps(target, clause, at, chosen);
  }
  keepOneClause(target);
}

function remove(target: Transform, clause: Node, at: number): void {
  let below = at + 1;
  for (let index = 0; index < clause.childCount && !isClausePlace(clause.child(index)); index++) below += clause.child(index).nodeSize;
  const end = at + clause.nodeSize;
  if (below < end - 1) target.step(new ReplaceAroundStep(at, end, below, end - 1, Slice.empty, 0));
  else removePlace(target, at);
}

/** Takes a clause or the place of a move away; a text is never left without a clause. */
export function removePlace(target: Transform, at: number): void {
  const place = target.doc.nodeAt(at) as Node;
  if (target.doc.childCount === 1 && at === 0) target.replaceWith(0, place.nodeSize, emptyClause(target.doc));
  else target.delete(at, at + place.nodeSize);
}

function keepOneClause(target: Transform): void {
  for (let index = 0; index < target.doc.childCount; index++) if (target.doc.child(index).type.name === "clause") return;
  target.insert(target.doc.content.size, emptyClause(target.doc));
}

function emptyClause(doc: Node): Node {
  return doc.type.schema.nodeFromJSON({ type: "clause", attrs: { id: lastClauseId }, content: [{ type: "clauseTitle" }, { type: "paragraph" }] });
}

export function isClausePlace(node: Node): boolean {
  return node.type.name === "clause" || node.type.name === "clauseMove";
}
