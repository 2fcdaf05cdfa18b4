import { Fragment, type Node, type ResolvedPos } from "@tiptap/pm/model";
import { type Command, TextSelection } from "@tiptap/pm/state";
import { deepestClause, mostClauses } from "./clause-depth";
import { newClauseId } from "./clause-id";

/** Adds an empty clause after the one the cursor is in, at the same level, and goes to its title. */
export const addClauseAfter: Command = (state, dispatch) => {
  const { $from } = state.selection;
  const depth = clauseLevel($from);
  if (depth === null) return false;
  const at = $from.after(depth);
  const { clause, clauseTitle, paragraph } = state.schema.nodes;
  if (!clause || !clauseTitle || !paragraph) return false;
  const added = clause.create({ id: newClauseId() }, [clauseTitle.create(), paragraph.create()]);
  const transaction = state.tr.insert(at, added);
  dispatch?.(transaction.setSelection(TextSelection.create(transaction.doc, at + 2)).scrollIntoView());
  return true;
};

/** Makes the clause the last one below the clause before it. Refused beyond the fourth level. */
export const nestClause: Command = (state, dispatch) => {
  const { $from } = state.selection;
  const depth = clauseLevel($from);
  if (depth === null || $from.index(depth - 1) === 0) return false;
  const before = $from.node(depth - 1).child($from.index(depth - 1) - 1);
  const clause = $from.node(depth);
  if (before.type !== clause.type || depth + 1 + deepestClause(clause) - 1 > mostClauses) return false;
  const start = $from.before(depth);
  const offset = $from.pos - start;
  const transaction = state.tr.delete(start, start + clause.nodeSize).insert(start - 1, clause);
  dispatch?.(transaction.setSelection(TextSelection.create(transaction.doc, start - 1 + offset)).scrollIntoView());
  return true;
};

/** Moves the clause out of the clause above it, to stand right after that one. */
export const liftClause: Command = (state, dispatch) => {
  const { $from } = state.selection;
  const depth = clauseLevel($from);
  if (depth === null || depth < 2) return false;
  const clause = $from.node(depth);
  const start = $from.before(depth);
  const target = $from.after(depth - 1) - clause.nodeSize;
  const transaction = state.tr.delete(start, start + clause.nodeSize).insert(target, clause);
  dispatch?.(
    transaction.setSelection(TextSelection.create(transaction.doc, target + $from.pos - start)).scrollIntoView(),
  );
  return true;
};

/** Swaps the clause with the one before (-1) or after (1) it on the same level. */
export const moveClause =
  (by: -1 | 1): Command =>
  (state, dispatch) => {
    const { $from } = state.selection;
    const depth = clauseLevel($from);
    if (depth === null) return false;
    const clause = $from.node(depth);
    const other = sibling($from.node(depth - 1), $from.index(depth - 1) + by);
    if (other?.type !== clause.type) return false;
    const start = $from.before(depth);
    const first = by === -1 ? start - other.nodeSize : start;
    const pair = by === -1 ? [clause, other] : [other, clause];
    const transaction = state.tr.replaceWith(first, first + clause.nodeSize + other.nodeSize, Fragment.from(pair));
    const now = by === -1 ? first : first + other.nodeSize;
    dispatch?.(transaction.setSelection(TextSelection.create(transaction.doc, now + $from.pos - start)).scrollIntoView());
    return true;
  };

function clauseLevel($from: ResolvedPos): number | null {
  for (let depth = $from.depth; depth > 0; depth--) if ($from.node(depth).type.name === "clause") return depth;
  return null;
}

function sibling(parent: Node, index: number): Node | null {
  return index < 0 || index >= parent.childCount ? null : parent.child(index);
}
