import type { Node } from "@tiptap/pm/model";
import type { Guard } from "./authority";

/** A clause, with those below it, that only its holder may change until a moment. */
export type HeldClause = { clauseId: string; heldById: string; holder: string; until: Date | string };

/**
 * Keeps everybody but the holder from changing, suggesting in, moving or removing a locked clause and what is below it.
 * To carry another clause past a locked one counts as moving it. Everything else is let through; a lock whose time is
 * over no longer counts. `now` in milliseconds.
 */
export function lockGuard(locks: readonly HeldClause[], personId: string, now: () => number): Guard {
  const others = locks.filter(({ heldById }) => heldById !== personId);
  if (others.length === 0) return () => null;
  return (before, after) => {
    const closed = others.filter(({ until }) => new Date(until).getTime() > now());
    for (const lock of closed) {
      const was = find(before, lock.clauseId);
      if (!was) continue;
      const is = find(after, lock.clauseId);
      if (is && is.clause.eq(was.clause) && is.parentId === was.parentId && !passedBy(was, is)) continue;
      return `${nameOf(was.clause)} is locked by ${lock.holder}; you can write everywhere else`;
    }
    return null;
  };
}

type Found = { clause: Node; parentId: string; neighbours: string[]; place: number };

function find(doc: Node, clauseId: string): Found | null {
  let found: Found | null = null;
  doc.descendants((node, _at, parent, index) => {
    if (found || node.type.name !== "clause") return false;
    if (node.attrs.id !== clauseId || !parent) return true;
    const ids: string[] = [];
    parent.forEach((child) => ids.push(child.type.name === "clause" ? String(child.attrs.id) : ""));
    found = { clause: node, parentId: parent.type.name === "clause" ? String(parent.attrs.id) : "", neighbours: ids, place: index };
    return false;
  });
  return found;
}

function passedBy(was: Found, is: Found): boolean {
  const earlier = new Set(was.neighbours.slice(0, was.place));
  const later = new Set(was.neighbours.slice(was.place + 1));
  return is.neighbours.some((id, at) => id !== "" && (at < is.place ? later.has(id) && !earlier.has(id) : at > is.place && earlier.has(id)));
}

function nameOf(clause: Node): string {
  const title = clause.firstChild?.textContent.trim();
  return title ? `The clause “${title}”` : "This clause";
}
