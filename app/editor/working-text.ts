import { Node } from "@tiptap/pm/model";
import { Step } from "@tiptap/pm/transform";
import type { DocumentNode } from "./schema/document-node";
import { documentSchema } from "./schema/document-schema";

/** A start text and the steps written on it since, as stored. */
export type LoggedText = {
  snapshot: { version: number; content: unknown };
  steps: readonly { version: number; step: unknown }[];
};

/** The text as it stands after all its steps. Throws when the log does not fit together. */
export function workingText(logged: LoggedText): { version: number; content: DocumentNode } {
  const { version, doc } = workingDoc(logged);
  return { version, content: doc.toJSON() as DocumentNode };
}

/** The same as a ProseMirror node. */
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

/** The one step that makes one text into another, whatever is in them; null when they are equal. */
export function wholeReplacement(from: Node, content: unknown): { step: unknown; doc: Node } | null {
  const to = Node.fromJSON(documentSchema, content);
  to.check();
  if (from.eq(to)) return null;
  const step = Step.fromJSON(documentSchema, {
    stepType: "replace",
    from: 0,
    to: from.content.size,
    slice: { content: to.content.toJSON() },
  });
  const applied = step.apply(from);
  if (!applied.doc) throw new Error(`The text could not be replaced: ${applied.failed}.`);
  return { step: step.toJSON(), doc: applied.doc };
}
