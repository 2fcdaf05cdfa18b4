import type { Node, ResolvedPos } from "@tiptap/pm/model";
import { type Command, type EditorState, TextSelection, type Transaction } from "@tiptap/pm/state";
import { liftClause, nestClause } from "./clause-commands";
import { mostClauses } from "./clause-depth";
import { newClauseId } from "./clause-id";

/** Takes the clause away, and the clauses below it. The last clause of a text stays. */
export const removeClause: Command = (state, dispatch) => {
  const { $from } = state.selection;
  const depth = clauseLevel($from);
  if (depth === null || (depth === 1 && clausesIn($from.node(0)) === 1)) return false;
  const start = $from.before(depth);
  const transaction = state.tr.delete(start, $from.after(depth));
  dispatch?.(transaction.setSelection(TextSelection.near(transaction.doc.resolve(Math.max(0, start - 1)), -1)).scrollIntoView());
  return true;
};

/** Makes the paragraph the title of a clause on this level, 1 to 4; what follows it in its clause comes along. In a title: brings the clause to this level. */
export const headingOfLevel =
  (level: number): Command =>
  (state, dispatch) => {
    const { $from } = state.selection;
    const depth = clauseLevel($from);
    if (depth === null || level < 1 || level > mostClauses) return false;
    if ($from.parent.type.name === "clauseTitle") return toLevel(state, depth, level, dispatch);
    if ($from.parent.type.name !== "paragraph" || $from.depth !== depth + 1) return false;
    const begun = beginClause(state, $from, depth, Math.min(level, depth + 1));
    if (!begun || !dispatch) return begun !== null;
    let now = state.apply(begun);
    let lifted = begun;
    // The steps of lifting are put behind those of beginning, so that one undo takes all back.
    for (let at = depth; at > level; at--) {
      liftClause(now, (step) => {
        for (const each of step.steps) lifted = lifted.step(each);
        lifted.setSelection(TextSelection.create(lifted.doc, step.selection.anchor));
        now = now.apply(step);
      });
    }
    dispatch(lifted.scrollIntoView());
    return true;
  };

/** Makes a title ordinary words: a paragraph of the clause before it, to which its blocks go too. */
export const titleToParagraph: Command = (state, dispatch) => {
  const { $from } = state.selection;
  const depth = clauseLevel($from);
  const { paragraph } = state.schema.nodes;
  if (!paragraph || depth === null || $from.parent.type.name !== "clauseTitle") return false;
  const index = $from.index(depth - 1);
  const clause = $from.node(depth);
  const parent = $from.node(depth - 1);
  const before = index > 0 ? parent.child(index - 1) : null;
  const last = before && before.type.name === "clause" && clausesIn(before) === 0 ? before : null;
  if (!last || clausesIn(clause) > 0) return false;
  const blocks: Node[] = [];
  clause.forEach((child, _offset, at) => void (at > 0 && blocks.push(child)));
  const start = $from.before(depth);
  const words = paragraph.create(null, $from.parent.content);
  const transaction = state.tr.delete(start, start + clause.nodeSize).insert(start - 1, [words, ...blocks]);
  dispatch?.(transaction.setSelection(TextSelection.create(transaction.doc, start + $from.parentOffset)).scrollIntoView());
  return true;
};

function beginClause(state: EditorState, $from: ResolvedPos, depth: number, level: number): Transaction | null {
  const { clause: type, clauseTitle } = state.schema.nodes;
  if (!type || !clauseTitle || $from.parent.childCount !== childrenOfText($from.parent)) return null;
  const clause = $from.node(depth);
  const at = $from.index(depth);
  const below: Node[] = [];
  clause.forEach((child, _offset, place) => void (place > at && below.push(child)));
  const blocks = below.filter(({ type: { name } }) => name !== "clause" && name !== "clauseMove");
  const clauses = below.filter(({ type: { name } }) => name === "clause" || name === "clauseMove");
  const within = level === depth + 1;
  if (within && depth + 1 > mostClauses) return null;
  const own = type.create({ id: newClauseId() }, [clauseTitle.create(null, $from.parent.content), ...blocks, ...(within ? [] : clauses)]);
  const cut = $from.before(depth + 1);
  const end = $from.end(depth);
  const kept = within ? clauses.reduce((size, { nodeSize }) => size + nodeSize, 0) : 0;
  const transaction = state.tr.delete(cut, end - kept);
  const place = within ? transaction.mapping.map(end - kept) : transaction.mapping.map(end) + 1;
  transaction.insert(place, own);
  return transaction.setSelection(TextSelection.create(transaction.doc, place + 2 + $from.parentOffset));
}

function toLevel(state: EditorState, depth: number, level: number, dispatch?: (transaction: Transaction) => void): boolean {
  if (depth === level) return false;
  const change = depth > level ? liftClause : nestClause;
  if (!change(state)) return false;
  let now = state;
  const whole = state.tr;
  for (let at = depth; at !== level; at += depth > level ? -1 : 1) {
    const done = change(now, (step) => {
      for (const each of step.steps) whole.step(each);
      whole.setSelection(TextSelection.create(whole.doc, step.selection.anchor));
      now = now.apply(step);
    });
    if (!done) break;
  }
  dispatch?.(whole.scrollIntoView());
  return true;
}

/** Titles hold letters only: a line break, a footnote or a reference stays in a paragraph. */
function childrenOfText(node: Node): number {
  let count = 0;
  node.forEach((child) => void (child.isText && count++));
  return count;
}

function clauseLevel($from: ResolvedPos): number | null {
  for (let depth = $from.depth; depth > 0; depth--) if ($from.node(depth).type.name === "clause") return depth;
  return null;
}

function clausesIn(node: Node): number {
  let count = 0;
  node.forEach((child) => void (child.type.name === "clause" && count++));
  return count;
}
