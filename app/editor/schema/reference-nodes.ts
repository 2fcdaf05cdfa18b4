import { Node } from "@tiptap/core";
import { isClauseId } from "./clause-id";

const longestNote = 4_000;

/** A note at the foot of the text. Its words are an attribute, its number is computed. */
export const Footnote = Node.create({
  name: "footnote",
  group: "inline",
  inline: true,
  atom: true,
  addAttributes: () => ({
    text: {
      default: "",
      validate: (text: unknown) => {
        if (typeof text !== "string" || text.length > longestNote) throw new RangeError(`A footnote has more than ${longestNote} characters`);
      },
      parseHTML: (element: HTMLElement) => (element.getAttribute("data-footnote") ?? "").slice(0, longestNote),
      renderHTML: ({ text }: Record<string, unknown>) => ({ "data-footnote": text }),
    },
  }),
  parseHTML: () => [{ tag: "sup[data-footnote]" }],
  renderHTML: ({ HTMLAttributes }) => ["sup", HTMLAttributes, "*"],
});

/** A mention of another clause of the same text by its id; what is shown is the number it has now. */
export const CrossReference = Node.create({
  name: "crossReference",
  group: "inline",
  inline: true,
  atom: true,
  addAttributes: () => ({
    clause: {
      default: "",
      validate: (clause: unknown) => {
        if (!isClauseId(clause)) throw new RangeError("A cross-reference names no clause");
      },
      parseHTML: (element: HTMLElement) => {
        const id = element.getAttribute("data-refers-to");
        return isClauseId(id) ? id : null;
      },
      renderHTML: ({ clause }: Record<string, unknown>) => ({ "data-refers-to": clause }),
    },
  }),
  parseHTML: () => [{ tag: "span[data-refers-to]" }],
  renderHTML: ({ HTMLAttributes }) => ["span", HTMLAttributes],
});

const tones = ["note", "important", "example"] as const;

/** What a callout is for. */
export type CalloutTone = (typeof tones)[number];

/** Words set apart from the rule itself: a note, something important, an example. */
export const Callout = Node.create({
  name: "callout",
  group: "block",
  content: "(paragraph | bulletList | orderedList)+",
  defining: true,
  addAttributes: () => ({
    tone: {
      default: "note",
      validate: (tone: unknown) => {
        if (!tones.some((known) => known === tone)) throw new RangeError("A callout is a note, something important or an example");
      },
      parseHTML: (element: HTMLElement) => tones.find((known) => known === element.getAttribute("data-callout")) ?? "note",
      renderHTML: ({ tone }: Record<string, unknown>) => ({ "data-callout": tone }),
    },
  }),
  parseHTML: () => [{ tag: "aside[data-callout]" }],
  renderHTML: ({ HTMLAttributes }) => ["aside", HTMLAttributes, 0],
});
