import type { Node } from "@tiptap/pm/model";
import type { DocumentNode } from "../schema/document-node";
import { settleAll } from "./settle";

const suggestionAttributes = new Set(["endInserted", "endDeleted", "added", "removed"]);

/** The text as it stands for its readers: without suggestions and without the anchors of comments. What is frozen, hashed, compared and published. */
export function cleanText(doc: Node): DocumentNode {
  return bare(settleAll(doc, "rejected").toJSON() as DocumentNode);
}

function bare(node: DocumentNode): DocumentNode {
  const { attrs, marks, content, ...rest } = node;
  const own = Object.entries(attrs ?? {}).filter(([name]) => !suggestionAttributes.has(name));
  const letters = marks?.filter(({ type }) => type !== "comment");
  return {
    ...rest,
    ...(own.length ? { attrs: Object.fromEntries(own) } : {}),
    ...(content ? { content: joined(content.map(bare)) } : {}),
    ...(letters?.length ? { marks: letters } : {}),
  };
}

/** Letters that were parted only by what is gone are one text again: equal texts must be equal JSON. */
function joined(nodes: DocumentNode[]): DocumentNode[] {
  const whole: DocumentNode[] = [];
  for (const node of nodes) {
    const last = whole.at(-1);
    if (last?.text !== undefined && node.text !== undefined && JSON.stringify(last.marks) === JSON.stringify(node.marks)) whole[whole.length - 1] = { ...last, text: last.text + node.text };
    else whole.push(node);
  }
  return whole;
}
