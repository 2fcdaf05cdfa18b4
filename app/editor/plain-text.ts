import type { DocumentNode } from "./schema/document-node";

const inline = new Set(["text", "hardBreak"]);

/** The words of a node: blocks on lines of their own, cells of a row parted by tabs. */
export function plainText(node: DocumentNode): string {
  if (node.type === "hardBreak") return "\n";
  if (node.text !== undefined) return node.text;
  const children = node.content ?? [];
  const parts = children.map(plainText);
  if (children.some((child) => inline.has(child.type))) return parts.join("");
  return node.type === "tableRow" ? parts.join("\t") : parts.filter((part) => part !== "").join("\n");
}
