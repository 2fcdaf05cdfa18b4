import { clauseNumbers } from "../numbering";
import type { DocumentNode } from "../schema/document-node";

/** What an export needs to know of a whole text: the number of each clause, and the notes in reading order. */
export type TextNotes = {
  numberOf: (clauseId: string) => string | null;
  /** The number of the next note met in reading order, from 1. */
  take: (words: string) => number;
  notes: string[];
};

/** Notes are numbered as they are met, so a writer must walk the text in reading order. */
export function takeTextNotes(content: DocumentNode): TextNotes {
  const numbers = clauseNumbers(content);
  const notes: string[] = [];
  return { numberOf: (clauseId) => numbers.get(clauseId) ?? null, take: (words) => notes.push(words), notes };
}

/** The words that stand for a reference to a clause. */
export function referenceWords(number: string | null): string {
  return number === null ? "a clause that is no longer here" : `clause ${number}`;
}

/** What a callout is called. */
export const calloutNames: Record<string, string> = { note: "Note", important: "Important", example: "Example" };

/** Whether a paragraph leads to the list or table behind it, so that no page ends between them. */
export function leadsOn({ type }: DocumentNode, next: DocumentNode | undefined): boolean {
  return type === "paragraph" && next !== undefined && ["bulletList", "orderedList", "table"].includes(next.type);
}
