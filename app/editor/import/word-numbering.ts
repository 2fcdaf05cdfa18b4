import type { Element } from "@xmldom/xmldom";
import { childrenOf, valueOf } from "./xml";

/** Whether a level of a numbering counts (1, a, iv) or has bullets, and where it starts. */
export type LevelOf = (numId: string, level: number) => { ordered: boolean; start: number };

/** Reads numbering.xml; without one every list has bullets. */
export function readNumbering(root: Element | null): LevelOf {
  const parts = root ? childrenOf(root) : [];
  const abstract = new Map<string | null, Element>();
  for (const part of parts) if (part.tagName === "w:abstractNum") abstract.set(part.getAttribute("w:abstractNumId"), part);
  const lists = new Map<string, Element[]>();
  for (const part of parts) {
    if (part.tagName !== "w:num") continue;
    const list = abstract.get(valueOf(part, "w:abstractNumId"));
    const levels = list ? childrenOf(list).filter(({ tagName }) => tagName === "w:lvl") : [];
    lists.set(part.getAttribute("w:numId") ?? "", levels.slice(0, 9));
  }
  return (numId, level) => {
    const found = lists.get(numId)?.find((each) => Number(each.getAttribute("w:ilvl")) === level);
    const format = valueOf(found, "w:numFmt") ?? "bullet";
    return { ordered: format !== "bullet" && format !== "none", start: Number(valueOf(found, "w:start") ?? 1) || 1 };
  };
}
