import type { DocumentNode } from "../schema/document-node";
import type { ImportedComment } from "./word-notes";

/** A comment of a Word file as a thread: its first words name who wrote it there, because the thread's own author is who brought the file in. */
export type WordThreadToKeep = { id: string; clauseId: string | null; quote: string; resolved: boolean; bodies: string[] };

const longestRemark = 10_000;

/** The comments of a file as threads with fresh ids, and the text with its anchors on them. `dayOf` writes a day for people. */
export function threadsFromWord(content: DocumentNode, comments: readonly ImportedComment[], newId: () => string, dayOf: (at: string) => string): { content: DocumentNode; threads: WordThreadToKeep[] } {
  const ids = new Map(comments.map(({ key }) => [key, newId()]));
  const clauses = new Map<string, string>();
  const renamed = (node: DocumentNode, clauseId: string): DocumentNode => {
    const own = node.type === "clause" ? String(node.attrs?.id) : clauseId;
    const marks = node.marks?.map((mark) => {
      const key = String(mark.attrs?.thread);
      if (mark.type !== "comment") return mark;
      if (!clauses.has(key)) clauses.set(key, own);
      return { ...mark, attrs: { thread: ids.get(key) ?? key } };
    });
    return { ...node, ...(marks ? { marks } : {}), ...(node.content ? { content: node.content.map((child) => renamed(child, own)) } : {}) };
  };
  const anchored = renamed(content, "");
  const threads = comments.map(({ key, quote, resolved, replies, ...first }) => ({
    id: ids.get(key) ?? key,
    clauseId: clauses.get(key) ?? null,
    quote,
    resolved,
    bodies: [first, ...replies].map(({ author, at, body }) => `${author} (from Word, ${dayOf(at)}): ${body}`.slice(0, longestRemark)),
  }));
  return { content: anchored, threads };
}
