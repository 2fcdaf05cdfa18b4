import type { Node, ResolvedPos } from "@tiptap/pm/model";
import { type Selection, TextSelection, type Transaction } from "@tiptap/pm/state";
import type { ChangedRange } from "./changed-ranges";
import { suggestionRuling } from "./ruling";

/** What `make` gives, or null where it cannot stand. */
export function attempt(make: () => Transaction | null): Transaction | null {
  try {
    return make();
  } catch {
    // A place where this cannot stand is thrown, not answered: another way is tried.
    return null;
  }
}

/** Whether the ruling of the server lets it pass as this author's suggestion. */
export function isSound(before: Node, after: Node, author: string): boolean {
  return before === after || (suggestionRuling(before, after, author) === null);
}

/** Whether every change stays within one block of letters. */
export function isSimple(before: Node, after: Node, ranges: readonly ChangedRange[]): boolean {
  const within = ($from: ResolvedPos, $to: ResolvedPos) => $from.parent === $to.parent && $from.parent.inlineContent;
  return ranges.every(({ from, to, newFrom, newTo }) => within(before.resolve(from), before.resolve(to)) && within(after.resolve(newFrom), after.resolve(newTo)));
}

/** A selection at places that may lie just outside of the text. */
export function selectionAt(doc: Node, { anchor, head }: { anchor: number; head: number }): Selection {
  const within = (at: number) => Math.max(0, Math.min(doc.content.size, at));
  return TextSelection.between(doc.resolve(within(anchor)), doc.resolve(within(head)));
}
