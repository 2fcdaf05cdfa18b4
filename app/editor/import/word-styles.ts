import type { Element } from "@xmldom/xmldom";
import { childOf, childrenOf, switchOf, valueOf } from "./xml";

/** What a named style of the file means for a paragraph or run. */
export type WordStyle = {
  /** 0 for the highest heading; null when it is none. */
  level: number | null;
  isTitle: boolean;
  /** An entry of a table of contents. */
  isContents: boolean;
  /** Of our own files: a line about who approved the text, what keeps blocks apart, a callout's tone, a heading cell. */
  isApproval: boolean;
  isGap: boolean;
  tone: string | null;
  isTableHeading: boolean;
  /** The level of the list entry that such a paragraph goes on with. */
  goesOn: number | null;
  bold: boolean | null;
  italic: boolean | null;
  underline: boolean | null;
  numbering: Element | null;
};

/** The style of an id, with what it inherits. */
export type StyleOf = (id: string | null) => WordStyle;

const plain: WordStyle = { level: null, isTitle: false, isContents: false, isApproval: false, isGap: false, tone: null, isTableHeading: false, goesOn: null, bold: null, italic: null, underline: null, numbering: null };

/** Reads styles.xml; without one every style is plain. */
export function readStyles(root: Element | null): StyleOf {
  const styles = root ? childrenOf(root).filter(({ tagName }) => tagName === "w:style") : [];
  const byId = new Map(styles.map((style) => [style.getAttribute("w:styleId") ?? "", style]));
  const known = new Map<string, WordStyle>();
  const find = (id: string | null, above: number): WordStyle => {
    const style = id === null ? undefined : byId.get(id);
    if (!style || id === null || above > 20) return plain;
    const before = known.get(id);
    if (before) return before;
    const found = read(style, find(valueOf(style, "w:basedOn"), above + 1));
    known.set(id, found);
    return found;
  };
  return (id) => find(id, 0);
}

function read(style: Element, inherited: WordStyle): WordStyle {
  const name = (valueOf(style, "w:name") ?? "").toLowerCase();
  const heading = /^heading ([1-9])$/.exec(name)?.[1];
  const goesOn = /^list continue(?: ([2-9]))?$/.exec(name);
  const outline = valueOf(style, "w:pPr", "w:outlineLvl");
  const letters = childOf(style, "w:rPr");
  return {
    level: heading ? Number(heading) - 1 : outline === null ? inherited.level : headingLevel(outline),
    isTitle: name === "title" || (inherited.isTitle && !heading),
    isContents: /^toc ([1-9]|heading)$/.test(name),
    isApproval: name === "approval",
    isGap: name === "gap",
    tone: /^callout (note|important|example)$/.exec(name)?.[1] ?? inherited.tone,
    isTableHeading: name === "table heading" || inherited.isTableHeading,
    goesOn: goesOn ? Number(goesOn[1] ?? 1) - 1 : inherited.goesOn,
    // Heading cells are drawn bold because they are headings.
    bold: name === "table heading" ? null : (switchOf(letters, "w:b") ?? inherited.bold),
    italic: switchOf(letters, "w:i") ?? inherited.italic,
    underline: switchOf(letters, "w:u") ?? inherited.underline,
    numbering: childOf(style, "w:pPr", "w:numPr") ?? inherited.numbering,
  };
}

/** An outline level as Word counts it: 0 to 8 are headings, 9 is text. */
export function headingLevel(value: string | null): number | null {
  const level = value === null || value === "" ? Number.NaN : Number(value);
  return Number.isInteger(level) && level >= 0 && level <= 8 ? level : null;
}
