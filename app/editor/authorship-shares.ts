import type { Node } from "@tiptap/pm/model";
import { runsIn, type Authorship } from "./authorship";

/** Letters by whoever they count for: an organization's id, or "" for the text that was there at the start. */
export type Letters = Map<string, number>;

/** A clause with the letters of its title and own blocks; the clauses below it are counted on their own. */
export type ClauseShare = { clauseId: string; title: string; letters: Letters; total: number };

/** Who wrote how much of each clause, in reading order, and of the whole. Every letter counts once. */
export function authorshipShares(authored: Authorship, orgOf: (authorId: string, at: Date) => string): { clauses: ClauseShare[]; letters: Letters; total: number } {
  const clauses: ClauseShare[] = [];
  authored.doc.descendants((node, at) => {
    if (node.type.name !== "clause") return false;
    clauses.push(shareOf(authored, node, at, orgOf));
    return true;
  });
  const letters: Letters = new Map();
  for (const clause of clauses) for (const [org, count] of clause.letters) letters.set(org, (letters.get(org) ?? 0) + count);
  return { clauses, letters, total: clauses.reduce((sum, { total }) => sum + total, 0) };
}

function shareOf(authored: Authorship, clause: Node, at: number, orgOf: (authorId: string, at: Date) => string): ClauseShare {
  const letters: Letters = new Map();
  let total = 0;
  clause.forEach((child, offset) => {
    if (child.type.name === "clause") return;
    for (const { text, authorId, at: moment } of runsIn(authored, child, at + offset + 2)) {
      const org = authorId === null || moment === null ? "" : orgOf(authorId, moment);
      letters.set(org, (letters.get(org) ?? 0) + text.length);
      total += text.length;
    }
  });
  return { clauseId: String(clause.attrs.id), title: clause.firstChild?.textContent ?? "", letters, total };
}
