import type { Node } from "@tiptap/pm/model";
import type { EditorState, Transaction } from "@tiptap/pm/state";
import { cameFromElsewhere } from "../schema/clause-ids";
import type { Stamp } from "../schema/stamp";
import { changedRanges } from "./changed-ranges";
import { suggestionRuling } from "./ruling";
import { attempt, isSimple, isSound } from "./soundness";
import { sameClauses } from "./suggest-clauses";
import { inBlocks } from "./suggest-in-blocks";
import { inClauses } from "./suggest-in-clauses";
import { inLetters, inWords } from "./suggest-in-words";
import { isSuggestion, stampOf } from "./suggestion-parts";

const cannot = "This change cannot be suggested. Change less at a time, or write a comment.";

/**
 * Makes of an ordinary change of the text one that only suggests it: the transaction to dispatch in its place. What brings others' steps,
 * what undoes one's own suggestions and what changes only them is given back as it came. Null when the change cannot be suggested; `refused` is told why.
 */
export function suggesting(state: EditorState, transaction: Transaction, stamp: () => Stamp, refused: (reason: string) => void = () => undefined): Transaction | null {
  if (!transaction.docChanged || cameFromElsewhere(transaction)) return transaction;
  const mine = stamp();
  const isOwn = suggestionRuling(state.doc, transaction.doc, mine.author) === null;
  if (isOwn && (transaction.getMeta("history$") || bringsOnlyOwn(transaction, mine.author))) return transaction;
  const ways = sameClauses(state.doc, transaction.doc) ? [inWords, inBlocks, inLetters] : [inClauses, inLetters];
  let reason = cannot;
  for (const way of ways) {
    const made = attempt(() => checked(way(state, transaction, mine, (why) => (reason = why)), transaction));
    if (made && isSound(state.doc, made.doc, mine.author)) return keepingMeta(made, transaction);
  }
  refused(reason);
  return null;
}

/** What is put together from blocks is checked; letters in one block always fit. */
function checked(made: Transaction | null, transaction: Transaction): Transaction | null {
  if (made && !isSimple(transaction.before, transaction.doc, changedRanges(transaction))) made.doc.check();
  return made;
}

/** Letters that came into one's own suggestion are one's own; they may have taken on what somebody else suggests beside them. */
function bringsOnlyOwn(transaction: Transaction, author: string): boolean {
  let only = true;
  for (const { newFrom, newTo } of changedRanges(transaction))
    transaction.doc.nodesBetween(newFrom, newTo, (node) => {
      only &&= node.marks.every((mark) => !isSuggestion(mark) || stampOf(mark).author === author);
    });
  return only;
}

function keepingMeta(made: Transaction, transaction: Transaction): Transaction {
  for (const key of ["uiEvent", "paste", "addToHistory", "composition"]) {
    const held: unknown = transaction.getMeta(key);
    if (held !== undefined) made.setMeta(key, held);
  }
  return transaction.scrolledIntoView ? made.scrollIntoView() : made;
}
