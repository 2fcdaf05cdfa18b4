import { Fragment, Node } from "@tiptap/pm/model";
import type { Transform } from "@tiptap/pm/transform";
import { documentSchema } from "../schema/document-schema";
import { readStamp, type Stamp, writeStamp } from "../schema/stamp";

const { comment } = documentSchema.marks;

/** Something in the file that has no place in the text, for people to add by hand. */
export type Unplaced = { what: string; where: string };

type Change = { at: number; words: string; where: string; apply: (tr: Transform) => void };

/** What is known of an answer while it is read, and what has been found in it so far. */
export type Reading = {
  sent: Node;
  answer: Node;
  isOurs: (stamp: Stamp) => boolean;
  /** The thread for a comment of the file, null for one that the text has already. */
  threadOf: (key: string) => string | null;
  untracked: { author: string; at: string };
  places: Map<string, Place>;
  matched: Map<string, string>;
  /** Changes that keep every place, and those that move what stands behind them. */
  steady: Change[];
  moving: Change[];
  unplaced: Unplaced[];
  anchored: Set<string>;
};

/** A clause of a text, and where it stands. */
export type Place = { node: Node; at: number; title: string };

export function clausesIn(doc: Node): Map<string, Place> {
  const found = new Map<string, Place>();
  doc.descendants((node, at) => {
    if (node.type.name === "clause") found.set(String(node.attrs.id), { node, at, title: titleOf(node) });
    return node.type.name === "clause";
  });
  return found;
}

export function titleOf(clause: Node): string {
  return clause.firstChild?.textContent ?? "";
}


/** The stamp of what was suggested in Word and was not there when the text went out. */
export function foreign({ isOurs }: Pick<Reading, "isOurs">, held: unknown): Stamp | null {
  const stamp = readStamp(held);
  return stamp && !isOurs(stamp) ? stamp : null;
}

/** A row or clause of the file with the text's own thread ids on its letters. */
export function settledNode(node: Node, stamp: Stamp, { threadOf, anchored }: Reading): Node {
  const renamed = (each: Node): Node => {
    const marks = each.marks.flatMap((mark) => {
      if (mark.type !== comment || !comment) return [mark];
      const thread = threadOf(String(mark.attrs.thread));
      if (thread) anchored.add(thread);
      return thread ? [comment.create({ thread })] : [];
    });
    if (each.isText) return each.mark(marks);
    const children: Node[] = [];
    each.forEach((child) => children.push(renamed(child)));
    return each.type.create(each.attrs, Fragment.fromArray(children), marks);
  };
  const own = renamed(node);
  return own.type.create({ ...own.attrs, added: writeStamp(stamp) }, own.content, own.marks);
}
