import type { Node } from "@tiptap/pm/model";
import { mostClauses } from "../schema/clause-depth";
import { documentSchema } from "../schema/document-schema";
import { type Stamp, writeStamp } from "../schema/stamp";
import { foreign, type Place, type Reading, settledNode } from "./reply-reading";

/** Clauses that came in Word, and places that clauses were moved to: behind the clause they stand behind there, or first in the one they stand in. */
export function placeNewClauses(reading: Reading): void {
  const { answer, places, matched, moving, unplaced } = reading;
  const visit = (parent: Node, parentId: string | null): void => {
    let before: string | null = null;
    const placeHere = (): number | null => {
      const after = before ? places.get(before) : undefined;
      const within = parentId ? places.get(parentId) : undefined;
      return after ? after.at + after.node.nodeSize : within ? beginOfClauses(within) : parent.type.name === "doc" ? 0 : null;
    };
    parent.forEach((child) => {
      const added = foreign(reading, child.attrs.added);
      if (child.type.name === "clauseMove") {
        if (added) moveClause(reading, String(child.attrs.clause), placeHere(), added);
        return;
      }
      if (child.type.name !== "clause") return;
      const id = String(child.attrs.id);
      if (!added || matched.has(id)) {
        before = matched.get(id) ?? before;
        return visit(child, matched.get(id) ?? null);
      }
      const at = placeHere();
      const where = child.firstChild?.textContent ?? "";
      const words = `puts in the clause “${where}”`;
      if (at === null) unplaced.push({ what: `${words}: ${child.textContent.slice(0, 300)}`, where });
      else moving.push({ at, where, words, apply: (tr) => tr.insert(at, settledNode(child, added, reading)) });
    });
  };
  visit(answer, null);
}

/** Suggests another place for a clause of ours, where that can be: not within itself, not too deep, and nobody else would move or remove it. */
function moveClause({ sent, places, matched, moving, unplaced }: Reading, answered: string, at: number | null, stamp: Stamp): void {
  const id = matched.get(answered) ?? answered;
  const clause = places.get(id);
  const where = clause?.title ?? "";
  const isInside = clause && at !== null && at > clause.at && at < clause.at + clause.node.nodeSize;
  const isDeep = clause && at !== null && sent.resolve(at).depth + heightOf(clause.node) > mostClauses;
  let isTaken = Boolean(clause?.node.attrs.removed);
  sent.descendants((node) => {
    if (node.type.name === "clauseMove" && node.attrs.clause === id) isTaken = true;
    return node.type.name === "clause";
  });
  if (!clause || at === null || isInside || isDeep || isTaken) unplaced.push({ what: "A clause was moved in Word. Move it here by hand.", where });
  else moving.push({ at, where, words: `moves the clause “${where}”`, apply: (tr) => tr.insert(at, documentSchema.node("clauseMove", { clause: id, added: writeStamp(stamp) })) });
}

function heightOf(clause: Node): number {
  let below = 0;
  clause.forEach((child) => {
    if (child.type.name === "clause") below = Math.max(below, heightOf(child));
  });
  return 1 + below;
}

function beginOfClauses({ node, at }: Place): number {
  let place = at + 1;
  for (let each = 0; each < node.childCount && !["clause", "clauseMove"].includes(node.child(each).type.name); each++) place += node.child(each).nodeSize;
  return place;
}
