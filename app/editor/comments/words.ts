import type { Node } from "@tiptap/pm/model";

/** The letters of a part of a text, each with its place; blanks of every kind, and the ends of blocks, are one blank. */
export type Letters = { text: string; places: number[] };

/** The words between two places on one line, as a thread quotes them. */
export function wordsBetween(doc: Node, from: number, to: number): string {
  return lettersBetween(doc, from, to).text.trim();
}

/** The letters between two places. `own` leaves out the clauses below the one that begins at `from`. */
export function lettersBetween(doc: Node, from: number, to: number, { own = false } = {}): Letters {
  const found: Letters = { text: "", places: [] };
  const add = (letter: string, place: number) => {
    const blank = /\s/.test(letter);
    if (blank && (found.text === "" || found.text.endsWith(" "))) return;
    found.text += blank ? " " : letter;
    found.places.push(place);
  };
  doc.nodesBetween(from, to, (node, at) => {
    if (own && node.type.name === "clause" && at > from) return false;
    if (node.isTextblock) add(" ", at);
    else if (node.type.name === "hardBreak") add(" ", at);
    else if (node.isText && node.text)
      for (let index = Math.max(0, from - at); index < Math.min(node.text.length, to - at); index++) add(node.text.charAt(index), at + index);
    return true;
  });
  return found;
}

/** Words on one line, without blanks around them. */
export function onOneLine(words: string): string {
  return words.replace(/\s+/g, " ").trim();
}
