import type { Mark, Node } from "@tiptap/pm/model";
import { isStamp, readStamp, type Stamp } from "../schema/stamp";
import type { Verdict } from "./settle";

/** Which suggestions are meant. */
export type Chosen = (stamp: Stamp) => boolean;

/** The suggested forms of letters, and the mark that each becomes once it is accepted. */
export const formOf: Record<string, string> = { suggestedBold: "bold", suggestedItalic: "italic", suggestedUnderline: "underline", suggestedLink: "link" };

const nodeStamps = ["endInserted", "endDeleted", "added", "removed"] as const;
export type NodeStamp = (typeof nodeStamps)[number];
const suggestionMarks = new Set(["insertion", "deletion", ...Object.keys(formOf)]);

/** True for marks that say what somebody suggests. */
export function isSuggestion(mark: Mark): boolean {
  return suggestionMarks.has(mark.type.name);
}

export function stampOf(mark: Mark): Stamp {
  const { id, author, at } = mark.attrs as Stamp;
  return { id, author, at };
}

export function stampsOf(node: Node): [NodeStamp, Stamp][] {
  return nodeStamps.flatMap((name) => {
    const stamp = stampAt(node, name);
    return stamp ? [[name, stamp] as [NodeStamp, Stamp]] : [];
  });
}

export function stampAt(node: Node, name: NodeStamp): Stamp | null {
  return node.attrs[name] ? readStamp(node.attrs[name]) : null;
}

/** The stamp of a letter's mark of this kind; null when it has none. */
export function markStamp(letter: Node, name: "insertion" | "deletion"): Stamp | null {
  const mark = letter.marks.find(({ type }) => type.name === name);
  return mark && isStamp(stampOf(mark)) ? stampOf(mark) : null;
}

const known = new WeakMap<Node, boolean>();

/** Whether anything is suggested in a node. Remembered for each node, which never changes: only what is new is looked at. */
export function hasSuggestions(node: Node): boolean {
  const remembered = known.get(node);
  if (remembered !== undefined) return remembered;
  let found = node.marks.some(isSuggestion) || node.type.name === "clauseMove" || nodeStamps.some((name) => node.attrs[name]);
  for (let at = 0; at < node.childCount && !found; at++) found = hasSuggestions(node.child(at));
  known.set(node, found);
  return found;
}

const reshaping = new WeakMap<Node, boolean>();

/** Whether a suggestion in a node is about more than its letters: the end of a paragraph, or something as a whole. */
export function reshapes(node: Node): boolean {
  if (node.isInline || !hasSuggestions(node)) return false;
  const remembered = reshaping.get(node);
  if (remembered !== undefined) return remembered;
  let found = node.type.name === "clauseMove" || nodeStamps.some((name) => node.attrs[name]);
  for (let at = 0; at < node.childCount && !found; at++) found = reshapes(node.child(at));
  reshaping.set(node, found);
  return found;
}

/** Visits the nodes that hold suggestions, in reading order; false does not go into a node. */
export function eachSuggested(doc: Node, visit: (node: Node, at: number, parent: Node) => boolean | void): void {
  doc.descendants((node, at, parent) => (hasSuggestions(node) && parent ? visit(node, at, parent) !== false : false));
}

/** The attribute of a node that takes something away under this verdict: what is to go when accepted, what had come when rejected. */
export function endThatGoes(verdict: Verdict): "endDeleted" | "endInserted" {
  return verdict === "accepted" ? "endDeleted" : "endInserted";
}

export function wholeThatGoes(verdict: Verdict): "removed" | "added" {
  return verdict === "accepted" ? "removed" : "added";
}

export function letterThatGoes(verdict: Verdict): "deletion" | "insertion" {
  return verdict === "accepted" ? "deletion" : "insertion";
}
