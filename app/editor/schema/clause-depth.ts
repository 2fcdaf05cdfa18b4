import type { Node } from "@tiptap/pm/model";

/** How many levels of clauses a document may have: 1, 1.1, 1.1.1, 1.1.1.1. */
export const mostClauses = 4;

/** How many levels of clauses a node holds, itself counted when it is a clause. */
export function deepestClause(node: Node): number {
  let below = 0;
  if (node.type.name !== "doc" && node.type.name !== "clause") return 0;
  node.forEach((child) => {
    below = Math.max(below, deepestClause(child));
  });
  return below + (node.type.name === "clause" ? 1 : 0);
}
