import type { DocumentNode } from "../schema/document-node";
import type { Line } from "./word-headings";

type ListLine = Line & { list: NonNullable<Line["list"]> };

/** Nests consecutive list paragraphs by their level; another numbering begins another list. */
export function nestLists(lines: ListLine[], startAt: (line: ListLine) => number): DocumentNode[] {
  const lists: DocumentNode[] = [];
  let at = 0;
  while (at < lines.length) {
    const first = lines[at];
    if (!first) break;
    const { level, ordered, numId } = first.list;
    const listItems: DocumentNode[] = [];
    const start = startAt(first);
    while (at < lines.length) {
      const line = lines[at];
      if (!line || line.list.level < level) break;
      if (line.list.level === level && (line.list.numId !== numId || line.list.ordered !== ordered)) break;
      if (line.list.level > level) {
        let end = at;
        while ((lines[end]?.list.level ?? level) > level) end++;
        const below = lines.slice(at, end);
        listItems.at(-1)?.content?.push(...nestLists(below, startAt));
        at += below.length;
        continue;
      }
      listItems.push({ type: "listItem", content: [{ type: "paragraph", content: line.nodes }] });
      at++;
    }
    lists.push({ type: ordered ? "orderedList" : "bulletList", ...(ordered ? { attrs: { start } } : {}), content: listItems });
  }
  return lists;
}
