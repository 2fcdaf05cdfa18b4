import type { Node } from "@tiptap/pm/model";
import { AddMarkStep, Mapping, type Step, Transform } from "@tiptap/pm/transform";
import type { Guard } from "../authority";
import { readDocument } from "../schema/read-document";
import { cleanText } from "../suggestions/clean-text";
import { pendingSuggestions } from "../suggestions/pending";
import type { Reply } from "./reply";
import type { Unplaced } from "./reply-reading";

const mostAlone = 300;
const changedSince = "The text was changed here since it was sent out.";

/** A reply on the text as it stands: the steps that go in, the text with them, and what fell out with the reason. */
export type PlacedReply = { steps: Step[]; doc: Node; fallen: (Unplaced & { why: string })[] };

/**
 * Puts a reply that was made on an older text on today's, past `since`. A change goes in whole or not at all, it only suggests
 * or anchors, and it takes nobody's suggestion away; the locks stop suggestions, not comments.
 */
export function placeReply(now: Node, since: readonly Step[], changes: Reply["changes"], locks: Guard): PlacedReply {
  const together = attempt(now, since, changes, () => null);
  return faultOf(now, together.doc, locks) === null ? together : attempt(now, since, changes, (before, after, isComment) => faultOf(before, after, isComment ? () => null : locks), mostAlone);
}

type Check = (before: Node, after: Node, isComment: boolean) => string | null;

function attempt(now: Node, since: readonly Step[], changes: Reply["changes"], check: Check, most = Number.POSITIVE_INFINITY): PlacedReply {
  let way = new Mapping([...changes].reverse().map(({ step }) => step.getMap().invert()));
  for (const step of since) way.appendMap(step.getMap());
  const placed: PlacedReply = { steps: [], doc: now, fallen: [] };
  let tried = 0;
  for (let first = 0; first < changes.length; ) {
    let next = first;
    while (next < changes.length && changes[next]?.change === changes[first]?.change) next++;
    const parts = changes.slice(first, next);
    const tr = new Transform(placed.doc);
    const trial = way.slice();
    const isComment = parts.every(({ step }) => step instanceof AddMarkStep && step.mark.type.name === "comment");
    const goesIn = parts.every(({ step }, each) => {
      const mapped = step.map(trial.slice(changes.length - first - each));
      if (!mapped || !fits(tr, mapped)) return false;
      trial.appendMap(mapped.getMap(), changes.length - 1 - first - each);
      return true;
    });
    tried += 1;
    const why = !goesIn ? changedSince : tried > most ? "The reply changes too much to be taken in one by one." : check(placed.doc, tr.doc, isComment);
    if (why === null) {
      placed.steps.push(...tr.steps);
      placed.doc = tr.doc;
      way = trial;
    } else if (parts[0]) placed.fallen.push({ what: parts[0].words, where: parts[0].where, why });
    first = next;
  }
  return placed;
}

function faultOf(before: Node, after: Node, locks: Guard): string | null {
  if (before.eq(after)) return null;
  const read = readDocument(after.toJSON());
  if (!read.ok) return read.reason;
  if (JSON.stringify(cleanText(before)) !== JSON.stringify(cleanText(after))) return changedSince;
  const left = new Set(pendingSuggestions(after).map(({ id }) => id));
  if (pendingSuggestions(before).some(({ id }) => !left.has(id))) return "Somebody else has suggested something for the same words.";
  return locks(before, after);
}

/** A mark goes only on letters that have none of its kind yet: it would push out another's. */
function fits(tr: Transform, step: Step): boolean {
  try {
    if (step instanceof AddMarkStep && step.mark.type.name !== "comment" && tr.doc.rangeHasMark(step.from, step.to, step.mark.type)) return false;
    return !tr.maybeStep(step).failed;
  } catch {
    return false;
  }
}
