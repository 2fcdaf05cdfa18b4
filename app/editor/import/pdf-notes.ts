import type { DocumentNode } from "../schema/document-node";
import type { PdfItem } from "./pdf-lines";

const label = /^\s*[[(]?(\d{1,3}|[*†‡a-z])[\])]?[.:]?\s*/;
// Signs that no text may hold stand for a footnote while lines are put together.
const [opens, closes] = ["\ufdd0", "\ufdd1"];
const placed = new RegExp(`\\s*${opens}(\\d+)${closes}`);

/**
 * Takes the footnotes that the tags of a page tell out of its letters, and puts a sign where the small number of each stands.
 * A note whose number is not found stays where it is.
 */
export function takeFootnotes(items: readonly PdfItem[], notes: string[]): PdfItem[] {
  let left = [...items];
  for (const name of new Set(items.flatMap(({ tag }) => tag?.note ?? []))) {
    const own = items.filter(({ tag }) => tag?.note === name);
    const whole = own.map(({ str }, at) => (own[at + 1] && own[at + 1]?.y !== own[at]?.y ? `${str} ` : str)).join("").replace(/\s+/g, " ").trim();
    const sign = label.exec(whole)?.[1];
    const tallest = (block: string | undefined) => Math.max(...left.filter(({ tag }) => tag?.block === block).map(({ height }) => height));
    const at = left.findIndex((item) => item.tag?.note === null && item.tag.heading === null && item.str.trim() === sign && item.height < 0.85 * tallest(item.tag.block));
    if (sign === undefined || at < 0) continue;
    notes.push(whole.replace(label, "").slice(0, 4_000));
    left = left.map((item, each) => (each === at ? { ...item, str: `${opens}${notes.length - 1}${closes}` } : item)).filter(({ tag }) => tag?.note !== name);
  }
  return left;
}

/** Letters, with a footnote for each sign. */
export function withFootnotes(text: string, notes: readonly string[]): DocumentNode[] {
  const parts = text.split(placed);
  return parts.flatMap((part, at): DocumentNode[] => (at % 2 ? [{ type: "footnote", attrs: { text: notes[Number(part)] ?? "" } }] : part ? [{ type: "text", text: part }] : []));
}

/** Letters without the signs, for what can hold no footnote. */
export function withoutFootnotes(text: string): string {
  return text.split(placed).filter((_, at) => at % 2 === 0).join("");
}
