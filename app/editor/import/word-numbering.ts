import type { Element } from "@xmldom/xmldom";
import { childrenOf, valueOf } from "./xml";

/** Whether a level of a numbering counts (1, a, iv) or has bullets, and where it starts. */
export type LevelOf = (numId: string, level: number) => { ordered: boolean; start: number };

/** Reads numbering.xml; without one every list has bullets. */
export function readNumbering(root: Element | null): LevelOf {
  const parts = root ? childrenOf(root) : [];
  const abstract = new Map<string | null, Element>();
  for (const part of parts) if (part.tagName === "w:abstractNum") abstract.set(part.getAttribute("w:abstractNumId"), part);
  const lists = new Map<string, Element | undefined>();
  for (const part of parts)
    if (part.tagName === "w:num") lists.set(part.getAttribute("w:numId") ?? "", abstract.get(valueOf(part, "w:abstractNumId")));
  return (numId, level) => {
    const list = lists.get(numId);
    const found = list && childrenOf(list).find((each) => each.tagName === "w:lvl" && Number(each.getAttribute("w:ilvl")) === level);
    const format = valueOf(found, "w:numFmt") ?? "bullet";
    return { ordered: format !== "bullet" && format !== "none", start: Number(valueOf(found, "w:start") ?? 1) || 1 };
  };
}
