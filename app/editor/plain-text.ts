import { atomInWords, type Numbers } from "./atoms-in-words";
import { numbersIn } from "./clause-numbers";
import type { DocumentNode } from "./schema/document-node";

const inline = new Set(["text", "hardBreak", "footnote", "crossReference"]);

/**
 * The words of a node: blocks on lines of their own, cells of a row parted by tabs, footnotes in brackets where they
 * are called. References show the number that `numbers` gives; for a whole document they are its own.
 */
export function plainText(node: DocumentNode, numbers: Numbers = node.type === "doc" ? numbersIn(node) : null): string {
  if (node.type === "hardBreak") return "\n";
  if (node.text !== undefined) return node.text;
  const atom = atomInWords(node, numbers);
  if (atom !== null) return atom;
  const children = node.content ?? [];
  const parts = children.map((child) => plainText(child, numbers));
  if (children.some((child) => inline.has(child.type))) return parts.join("");
  return node.type === "tableRow" ? parts.join("\t") : parts.filter((part) => part !== "").join("\n");
}
