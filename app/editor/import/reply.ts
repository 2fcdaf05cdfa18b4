import { Node } from "@tiptap/pm/model";
import { type Step, Transform } from "@tiptap/pm/transform";
import { documentSchema } from "../schema/document-schema";
import { type Stamp, writeStamp } from "../schema/stamp";
import type { ImportedText } from "./docx";
import { placeNewClauses } from "./reply-clauses";
import { clausesIn, foreign, type Reading, titleOf, type Unplaced } from "./reply-reading";
import { compareTables } from "./reply-tables";
import { compareWords } from "./reply-words";

/** What an answer from Word does to the text that was sent out: its steps with the words of their change, and what found no place. Steps with one number of `change` go together or not at all. */
export type Reply = { changes: { step: Step; change: number; words: string; where: string }[]; unplaced: Unplaced[]; anchored: ReadonlySet<string> };

const untitled = "a clause without a title";

/**
 * Finds what somebody did in Word to a text that we sent them, and puts it on that text as suggestions: tracked
 * changes under their own names, and what was changed without tracking under `untracked`. Clauses are matched by
 * the ids in their bookmarks, then by their titles; `isOurs` tells suggestions that the text had when it went out;
 * `threadOf` the thread for a comment of the file, null for one that the text has already.
 */
export function replyOnto(sent: Node, reply: ImportedText, isOurs: (stamp: Stamp) => boolean, threadOf: (key: string) => string | null, untracked: { author: string; at: string }): Reply {
  const answer = Node.fromJSON(documentSchema, reply.content);
  const reading: Reading = { sent, answer, isOurs, threadOf, untracked, places: clausesIn(sent), matched: new Map(), steady: [], moving: [], unplaced: [], anchored: new Set() };
  matchClauses(reading);
  for (const [id, { node }] of clausesIn(answer)) {
    const place = reading.places.get(reading.matched.get(id) ?? "");
    if (!place) continue;
    const where = place.title || untitled;
    const removed = foreign(reading, node.attrs.removed);
    if (removed && !place.node.attrs.removed) {
      reading.steady.push({ at: place.at, where, words: "removes the clause", apply: (tr) => tr.setNodeAttribute(place.at, "removed", writeStamp(removed)) });
      continue;
    }
    compareWords(reading, node, place, where);
    compareTables(reading, node, place, where);
  }
  placeNewClauses(reading);
  return gather(reading);
}

function matchClauses(reading: Reading): void {
  const { places, matched, unplaced } = reading;
  const answered = clausesIn(reading.answer);
  for (const [id, { node }] of answered) {
    if (places.has(id)) matched.set(id, id);
    else if (!foreign(reading, node.attrs.added)) {
      const [same, more] = [...places].filter(([other, place]) => !answered.has(other) && place.title === titleOf(node) && titleOf(node) !== "").map(([other]) => other);
      if (same && !more) matched.set(id, same);
      else unplaced.push({ what: `A clause that this text does not have: ${node.textContent.slice(0, 300)}`, where: titleOf(node) || untitled });
    }
  }
  const found = new Set(matched.values());
  for (const [id, { title }] of places) if (!found.has(id)) unplaced.push({ what: "This clause is not in the file. It was left as it is.", where: title || untitled });
}

/** Changes that keep every place come first, the others from the end to the beginning. */
function gather({ sent, steady, moving, unplaced, anchored }: Reading): Reply {
  let doc = sent;
  const changes: Reply["changes"] = [];
  let change = 0;
  const inOrder = moving.map((change, order) => ({ ...change, order })).sort((one, other) => other.at - one.at || other.order - one.order);
  for (const { apply, words, where } of [...steady, ...inOrder]) {
    const tr = new Transform(doc);
    try {
      apply(tr);
      tr.doc.check();
    } catch {
      unplaced.push({ what: words, where });
      continue;
    }
    doc = tr.doc;
    change += 1;
    for (const step of tr.steps) changes.push({ step, change, words, where });
  }
  return { changes, unplaced, anchored };
}
