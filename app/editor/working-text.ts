import { Node } from "@tiptap/pm/model";
import { ReplaceStep, Step } from "@tiptap/pm/transform";
import type { DocumentNode } from "./schema/document-node";
import { documentSchema } from "./schema/document-schema";
import { cleanText } from "./suggestions/clean-text";

/** A start text and the steps written on it since, as stored. */
export type LoggedText = {
  snapshot: { version: number; content: unknown };
  steps: readonly { version: number; step: unknown }[];
};

/** The text as it stands for its readers after all its steps, without what is only suggested. Throws when the log does not fit together. */
export function workingText(logged: LoggedText): { version: number; content: DocumentNode } {
  const { version, doc } = workingDoc(logged);
  return { version, content: cleanText(doc) };
}

/** The same with the suggestions and the anchors of comments in it, as it is written on. */
export function workingDoc({ snapshot, steps }: LoggedText): { version: number; doc: Node } {
  let doc = Node.fromJSON(documentSchema, snapshot.content);
  let version = snapshot.version;
  for (const stored of steps) {
    if (stored.version !== version + 1) throw new Error(`The step after version ${version} is missing.`);
    const applied = Step.fromJSON(documentSchema, stored.step).apply(doc);
    if (!applied.doc) throw new Error(`Step ${stored.version} does not fit: ${applied.failed}.`);
    doc = applied.doc;
    version = stored.version;
  }
  return { version, doc };
}

/**
 * The steps that make one text into another and leave alone what both have: words that stay are still their author's, and whoever writes in
 * a clause that stays goes on. Null when the texts are equal.
 */
export function replacement(from: Node, content: unknown): unknown[] | null {
  const whole = wholeReplacement(from, content);
  if (!whole) return null;
  const to = whole.doc;
  const sameOrder = from.childCount === to.childCount && from.content.content.every((clause, at) => clause.sameMarkup(to.child(at)));
  const made = sameOrder ? clauseByClause(from, to) : null;
  return made ?? [whole.step];
}

/** From the last clause to the first, so that every place is where it was; null where clauses do not fit into each other like this. */
function clauseByClause(from: Node, to: Node): unknown[] | null {
  const steps: unknown[] = [];
  let doc = from;
  let [place, meant] = [from.content.size, to.content.size];
  for (let at = from.childCount - 1; at >= 0; at--) {
    const [old, next] = [from.child(at), to.child(at)];
    place -= old.nodeSize;
    meant -= next.nodeSize;
    const start = old.content.findDiffStart(next.content);
    const end = old.content.findDiffEnd(next.content);
    if (start === null || !end) continue;
    // What stands twice is counted once.
    const twice = Math.max(0, start - Math.min(end.a, end.b));
    const step = new ReplaceStep(place + 1 + start, place + 1 + end.a + twice, to.slice(meant + 1 + start, meant + 1 + end.b + twice));
    const applied = step.apply(doc);
    if (!applied.doc) return null;
    doc = applied.doc;
    steps.push(step.toJSON());
  }
  return doc.eq(to) ? steps : null;
}

/** The one step that makes one text into another, from the first clause that differs to the last; null when they are equal. */
export function wholeReplacement(from: Node, content: unknown): { step: unknown; doc: Node } | null {
  const to = Node.fromJSON(documentSchema, content);
  to.check();
  if (from.eq(to)) return null;
  const shared = Math.min(from.childCount, to.childCount);
  let before = 0;
  while (before < shared && from.child(before).eq(to.child(before))) before++;
  let behind = 0;
  while (behind < shared - before && from.child(from.childCount - 1 - behind).eq(to.child(to.childCount - 1 - behind))) behind++;
  const sizeOf = (doc: Node, first: number, last: number) => {
    let size = 0;
    for (let at = first; at < last; at++) size += doc.child(at).nodeSize;
    return size;
  };
  const start = sizeOf(from, 0, before);
  const end = start + sizeOf(from, before, from.childCount - behind);
  const slice = to.slice(start, start + sizeOf(to, before, to.childCount - behind));
  const step = new ReplaceStep(start, end, slice);
  const applied = step.apply(from);
  if (!applied.doc) throw new Error(`The text could not be replaced: ${applied.failed}.`);
  return { step: step.toJSON(), doc: applied.doc };
}
