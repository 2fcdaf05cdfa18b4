import type { Node } from "@tiptap/pm/model";
import { foreign, type Place, type Reading, settledNode } from "./reply-reading";

/** Clauses that came in Word: behind the clause they stand behind there, or first in the one they stand in. */
export function placeNewClauses(reading: Reading): void {
  const { answer, places, matched, moving, unplaced } = reading;
  const visit = (parent: Node, parentId: string | null): void => {
    let before: string | null = null;
    parent.forEach((child) => {
      if (child.type.name === "clauseMove") {
        if (foreign(reading, child.attrs.added)) unplaced.push({ what: "A clause was moved in Word. Move it here by hand.", where: places.get(String(child.attrs.clause))?.title ?? "" });
        return;
      }
      if (child.type.name !== "clause") return;
      const id = String(child.attrs.id);
      const added = foreign(reading, child.attrs.added);
      if (!added || matched.has(id)) {
        before = matched.get(id) ?? before;
        return visit(child, matched.get(id) ?? null);
      }
      const after = before ? places.get(before) : undefined;
      const within = parentId ? places.get(parentId) : undefined;
      const at = after ? after.at + after.node.nodeSize : within ? beginOfClauses(within) : parent.type.name === "doc" ? 0 : null;
      const where = child.firstChild?.textContent ?? "";
      const words = `puts in the clause “${where}”`;
      if (at === null) unplaced.push({ what: `${words}: ${child.textContent.slice(0, 300)}`, where });
      else moving.push({ at, where, words, apply: (tr) => tr.insert(at, settledNode(child, added, reading)) });
    });
  };
  visit(answer, null);
}

function beginOfClauses({ node, at }: Place): number {
  let place = at + 1;
  for (let each = 0; each < node.childCount && !["clause", "clauseMove"].includes(node.child(each).type.name); each++) place += node.child(each).nodeSize;
  return place;
}
