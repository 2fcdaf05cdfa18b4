import { Node } from "@tiptap/pm/model";
import { Transform } from "@tiptap/pm/transform";
import type { DocumentNode } from "../schema/document-node";
import { documentSchema } from "../schema/document-schema";
import { anchorsOf } from "./anchors";
import { around, findWords, type Sought } from "./find-words";

/** A thread, and the words it is to be found again by. */
export type Carried = Sought & { thread: string };

/** What threads are to be known by in another text: the words they stand on in the first of these texts that has them, or else those they were begun on. */
export function soughtIn(texts: readonly Node[], threads: readonly { id: string; quote: string; clauseId: string | null }[]): Carried[] {
  const known = texts.map((doc) => ({ doc, anchors: new Map(anchorsOf(doc).map((anchor) => [anchor.thread, anchor])) }));
  return threads.map(({ id: thread, quote, clauseId }) => {
    for (const { doc, anchors } of known) {
      const anchor = anchors.get(thread);
      if (anchor?.words) return { thread, quote: anchor.words, clauseId: anchor.clauseId, ...around(doc, anchor, anchor.clauseId) };
    }
    return { thread, quote, clauseId: clauseId ?? "" };
  });
}

/** A text that takes the place of another, with the anchors that find their words in it. */
export function withAnchors(content: unknown, carried: readonly Carried[]): { content: DocumentNode; found: string[]; steps: unknown[] } {
  const doc = Node.fromJSON(documentSchema, content);
  const mark = documentSchema.marks.comment;
  const anchored = new Transform(doc);
  const standing = new Set(anchorsOf(doc).map(({ thread }) => thread));
  const found: string[] = [];
  for (const one of carried) {
    if (standing.has(one.thread)) continue;
    const place = findWords(doc, one);
    if (!place || !mark) continue;
    anchored.addMark(place.from, place.to, mark.create({ thread: one.thread }));
    found.push(one.thread);
  }
  return { content: anchored.doc.toJSON() as DocumentNode, found, steps: anchored.steps.map((step) => step.toJSON() as unknown) };
}
