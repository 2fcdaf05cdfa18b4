import type { DocumentNode } from "../schema/document-node";

const kept = new Set(["insertion", "deletion", "comment"]);

/** The letters of a heading without its typed number. What a title cannot hold comes back beside it. */
export function titleOf(nodes: readonly DocumentNode[], typed: number): { letters: DocumentNode[]; beside: DocumentNode[] } {
  const letters: DocumentNode[] = [];
  const beside: DocumentNode[] = [];
  let left = typed;
  for (const node of nodes) {
    if (node.type === "footnote") {
      beside.push(node);
      continue;
    }
    const whole = node.type === "crossReference" ? String(node.attrs?.shown ?? "") : (node.text ?? " ");
    const text = whole.slice(left);
    left = Math.max(0, left - whole.length);
    if (!text) continue;
    const marks = node.marks?.filter(({ type }) => kept.has(type));
    letters.push({ type: "text", text, ...(marks?.length ? { marks } : {}) });
  }
  return { letters, beside };
}

/** The letters of a paragraph without the typed number that it begins with. */
export function withoutTyped(nodes: readonly DocumentNode[], typed: number): DocumentNode[] {
  let left = typed;
  return nodes.flatMap((node) => {
    if (left === 0 || node.text === undefined) return [node];
    const text = node.text.slice(left);
    left = Math.max(0, left - node.text.length);
    return text ? [{ ...node, text }] : [];
  });
}
