import type { Numbers } from "./atoms-in-words";
import { numbersIn } from "./clause-numbers";
import { plainText } from "./plain-text";
import type { DocumentNode } from "./schema/document-node";

/** A clause in reading order. `number` is computed; `ownContent` is its title and blocks without the clauses below. */
export type ClauseEntry = {
  id: string;
  number: string;
  title: string;
  /** 1 for a clause of the document itself. */
  depth: number;
  parentId: string | null;
  /** The words of the body, without the title and without the clauses below. */
  text: string;
  ownContent: DocumentNode[];
};

/** The display number of each clause by its id: "3", "3.2", "3.2.1". */
export function clauseNumbers(doc: DocumentNode): Map<string, string> {
  return numbersIn(doc);
}

/** All clauses in reading order, for a document that `readDocument` accepted. */
export function clausesOf(doc: DocumentNode): ClauseEntry[] {
  return clausesBelow(doc, null, 1, numbersIn(doc));
}

function clausesBelow(node: DocumentNode, parentId: string | null, depth: number, numbers: Numbers): ClauseEntry[] {
  const clauses = (node.content ?? []).filter((child) => child.type === "clause");
  return clauses.flatMap((clause) => {
    const id = String(clause.attrs?.id ?? "");
    const ownContent = (clause.content ?? []).filter((child) => child.type !== "clause");
    const [title, ...blocks] = ownContent;
    const text = blocks.map((block) => plainText(block, numbers)).filter(Boolean).join("\n");
    const entry = { id, number: numbers?.get(id) ?? "", title: title ? plainText(title) : "", depth, parentId, text, ownContent };
    return [entry, ...clausesBelow(clause, id, depth + 1, numbers)];
  });
}
