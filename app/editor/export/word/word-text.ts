import type { DocumentNode } from "../../schema/document-node";

/** A remark on words of the text, and what was answered. Names and not ids: this goes to people outside. */
export type WordThread = { id: string; clauseId: string | null; quote: string; comments: readonly { author: string; at: string; body: string }[] };

/** Everything that a Word file of ours says. */
export type WordText = {
  /** With suggestions and anchors of comments, or clean. */
  content: DocumentNode;
  title: string;
  /** At the head of each page. */
  header: string;
  /** At the foot of each page, beside the page's number. */
  footer: string;
  /** Below the title: number, standing, dates. */
  facts: readonly string[];
  /** Below the text: who adopted it when. */
  approval: readonly string[];
  /** The names of those who suggest, by their id. */
  names: Readonly<Record<string, string>>;
  threads: readonly WordThread[];
  /** The working text that an answer to this file belongs to. */
  origin: { draftId: string; version: number } | null;
  /** ISO 8601, UTC: when the file was made. */
  madeAt: string;
};

/** The properties of the file that hold its origin. */
export const originProperties = { draft: "ConcordDraft", version: "ConcordVersion" } as const;

/** The name for a suggestion's author: a person's, or the one found in an imported file. */
export function authorName(author: string, names: WordText["names"]): string {
  return author.startsWith("word:") ? author.slice(5) : Object.hasOwn(names, author) ? (names[author] ?? "") : "Unknown";
}
