import type { Element } from "@xmldom/xmldom";
import { childOf, childrenOf, valueOf } from "./xml";

/** Whether a level of a numbering counts (1, a, iv) or has bullets, where it starts, and whether its number has several parts ("1.2"). */
export type LevelOf = (numId: string, level: number) => ListLevel;

/** `lettered` counts by letters or Roman numbers; `legal` numbers clauses ("1", "1.1"), on its own or together with the headings; `series` counts together; `restarts` begins a count of its own in it, as Word and LibreOffice write a new list. */
export type ListLevel = { ordered: boolean; lettered: boolean; start: number; dotted: boolean; legal: "own" | "headings" | null; series: string; restarts: boolean };

/** Reads numbering.xml; without one every list has bullets. */
export function readNumbering(root: Element | null): LevelOf {
  const parts = root ? childrenOf(root) : [];
  const abstract = new Map<string | null, Element>();
  for (const part of parts) if (part.tagName === "w:abstractNum") abstract.set(part.getAttribute("w:abstractNumId"), part);
  const lists = new Map<string, { series: string; levels: Element[]; overrides: Element[] }>();
  for (const part of parts) {
    if (part.tagName !== "w:num") continue;
    const list = abstract.get(valueOf(part, "w:abstractNumId"));
    const levels = list ? childrenOf(list).filter(({ tagName }) => tagName === "w:lvl") : [];
    const overrides = childrenOf(part).filter(({ tagName }) => tagName === "w:lvlOverride").slice(0, 9);
    lists.set(part.getAttribute("w:numId") ?? "", { series: valueOf(part, "w:abstractNumId") ?? "", levels: levels.slice(0, 9), overrides });
  }
  return (numId, level) => {
    const list = lists.get(numId);
    const at = (elements: Element[] | undefined) => elements?.find((each) => Number(each.getAttribute("w:ilvl")) === level);
    const over = at(list?.overrides);
    const found = childOf(over, "w:lvl") ?? at(list?.levels);
    const format = valueOf(found, "w:numFmt") ?? "bullet";
    const start = Number(valueOf(over, "w:startOverride") ?? valueOf(found, "w:start") ?? 1);
    const dotted = format === "decimal" && /%\d\.%\d/.test(valueOf(found, "w:lvlText") ?? "");
    const lettered = /^(lower|upper)(Letter|Roman)$/.test(format);
    const parts = [...(list?.levels ?? []), ...(list?.overrides ?? []).flatMap((each) => childOf(each, "w:lvl") ?? [])];
    const isLegal = format === "decimal" && parts.some((each) => /%1\.%2/.test(valueOf(each, "w:lvlText") ?? ""));
    const legal = !isLegal ? null : parts.some((each) => valueOf(each, "w:pStyle") !== null) ? "headings" : "own";
    return { lettered, legal, ordered: format !== "bullet" && format !== "none", start: Number.isInteger(start) && Math.abs(start) <= 1_000_000 ? start : 1, dotted, series: list?.series ?? `number ${numId}`, restarts: valueOf(over, "w:startOverride") !== null };
  };
}
