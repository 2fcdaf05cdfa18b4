import type { Node } from "@tiptap/pm/model";
import { Transform } from "@tiptap/pm/transform";
import { settleClauses } from "./settle-clauses";
import { settleEnds } from "./settle-ends";
import { settleLetters } from "./settle-letters";
import { settleMoves } from "./settle-moves";
import { settleTables } from "./settle-tables";
import { hasSuggestions, type Chosen } from "./suggestion-parts";

export type Verdict = "accepted" | "rejected";

/** The text once every suggestion in it is accepted, or every one rejected. Anchors of comments stay. */
export function settleAll(doc: Node, verdict: Verdict): Node {
  return settleChosen(doc, () => true, verdict).doc;
}

/**
 * The steps that settle the suggestions with these ids and leave the others pending. In whatever order suggestions are
 * accepted one by one (or rejected), the text in the end is that of accepting (or rejecting) all at once.
 */
export function settle(doc: Node, ids: ReadonlySet<string>, verdict: Verdict): Transform {
  return settleChosen(doc, ({ id }) => ids.has(id), verdict);
}

/** The same for whatever suggestions are meant. */
export function settleChosen(doc: Node, chosen: Chosen, verdict: Verdict): Transform {
  const target = new Transform(doc);
  if (!hasSuggestions(doc)) return target;
  for (const part of [settleMoves, settleClauses, settleTables, settleLetters, settleEnds]) part(target, chosen, verdict);
  return target;
}
