import type { Node } from "@tiptap/pm/model";
import type { Command, EditorState, Transaction } from "@tiptap/pm/state";
import { Mapping, StepMap, Transform } from "@tiptap/pm/transform";
import { differing } from "./differing";
import { movedAsTheyStand } from "./moved-clauses";

/**
 * Undo or redo that takes back one's own moves and leaves the words of others: a move that is taken back would bring the clause as it was then.
 * `dispatch` is called a second time where something has to be put back, with what `now` gives by then.
 */
export function keepingOthers(command: Command, now: () => EditorState): Command {
  return (state, dispatch) =>
    command(state, dispatch && ((transaction) => {
      const wanted = withWhatStands(state.doc, transaction);
      dispatch(transaction);
      const putBack = wanted && towards(now(), wanted);
      if (putBack) dispatch(putBack);
    }));
}

/** The text that the steps should have made of the one before them; null when they made it. */
function withWhatStands(before: Node, { steps, docs, doc }: Transaction): Node | null {
  const asTheyStand = movedAsTheyStand();
  const made = new Transform(before);
  let way = new Mapping();
  steps.forEach((step, at) => {
    const mapped = step.map(way);
    if (!mapped || made.maybeStep(asTheyStand(made.doc, mapped)).failed) return;
    way = between(docs[at + 1] ?? doc, made.doc);
  });
  return made.doc.eq(doc) ? null : made.doc;
}

function between(one: Node, other: Node): Mapping {
  const range = differing(one.content, other.content);
  return new Mapping(range ? [new StepMap([range.start, range.end - range.start, range.otherEnd - range.start])] : []);
}

function towards({ doc, tr }: EditorState, wanted: Node): Transaction | null {
  const range = differing(doc.content, wanted.content);
  if (!range) return null;
  const part = tr.replace(range.start, range.end, wanted.slice(range.start, range.otherEnd));
  const whole = part.doc.eq(wanted) ? part : part.replaceWith(0, part.doc.content.size, wanted.content);
  return whole.setMeta("addToHistory", false);
}
