import type { DocumentNode } from "../schema/document-node";
import { writeStamp } from "../schema/stamp";
import type { Line } from "./word-headings";

/** A paragraph of a list. `count` tells which list it counts in; `goes` that it goes on with the entry above. */
export type ListLine = Line & { list: NonNullable<Line["list"]>; count: string; goes: boolean };

/** A paragraph with what is suggested for its end. */
export function paragraphOf({ nodes, endInserted, endDeleted }: Line): DocumentNode {
  const attrs = { ...(endInserted ? { endInserted: writeStamp(endInserted) } : {}), ...(endDeleted ? { endDeleted: writeStamp(endDeleted) } : {}) };
  return { type: "paragraph", ...(Object.keys(attrs).length ? { attrs } : {}), content: nodes };
}

/** Nests consecutive list paragraphs by their level; another numbering begins another list. */
export function nestLists(lines: ListLine[], startAt: (line: ListLine) => number): DocumentNode[] {
  const lists: DocumentNode[] = [];
  let at = 0;
  while (at < lines.length) {
    const first = lines[at];
    if (!first) break;
    const { count, list: { level, ordered } } = first;
    const listItems: DocumentNode[] = [];
    const start = startAt(first);
    while (at < lines.length) {
      const line = lines[at];
      if (!line || line.list.level < level) break;
      if (line.list.level === level && !line.goes && (line.count !== count || line.list.ordered !== ordered)) break;
      if (line.list.level > level) {
        let end = at;
        while ((lines[end]?.list.level ?? level) > level) end++;
        const below = lines.slice(at, end);
        listItems.at(-1)?.content?.push(...nestLists(below, startAt));
        at += below.length;
        continue;
      }
      if (line.goes && listItems.length) listItems.at(-1)?.content?.push(paragraphOf(line));
      else listItems.push({ type: "listItem", content: [paragraphOf(line)] });
      at++;
    }
    lists.push({ type: ordered ? "orderedList" : "bulletList", ...(ordered ? { attrs: { start } } : {}), content: listItems });
  }
  return lists;
}
