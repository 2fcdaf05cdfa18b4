import type { DocumentNode } from "./schema/document-node";

/** The display number of each clause by its id, in reading order: "3", "3.2", "3.2.1". */
export function numbersIn(doc: DocumentNode): Map<string, string> {
  const numbers = new Map<string, string>();
  numberBelow(doc, "", numbers);
  return numbers;
}

function numberBelow(node: DocumentNode, prefix: string, numbers: Map<string, string>): void {
  let count = 0;
  for (const child of node.content ?? []) {
    if (child.type !== "clause") continue;
    const number = `${prefix}${++count}`;
    numbers.set(String(child.attrs?.id ?? ""), number);
    numberBelow(child, `${number}.`, numbers);
  }
}
