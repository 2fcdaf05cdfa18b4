import type { Node } from "@tiptap/pm/model";

/** Number and title of each clause by its id, as the text stands with all that is in it. */
export function clauseNamesIn(doc: Node): Map<string, string> {
  const names = new Map<string, string>();
  nameBelow(doc, "", names);
  return names;
}

function nameBelow(parent: Node, prefix: string, names: Map<string, string>): void {
  let count = 0;
  parent.forEach((child) => {
    if (child.type.name !== "clause") return;
    // What is only suggested has no number yet, so that the others keep theirs.
    const number = child.attrs.added ? "" : `${prefix}${++count}`;
    names.set(String(child.attrs.id), `${number} ${child.firstChild?.textContent ?? ""}`.trim());
    nameBelow(child, number ? `${number}.` : prefix, names);
  });
}
