import type { DocumentMark, DocumentNode } from "../../schema/document-node";
import { safeHref } from "../../schema/safe-href";
import { referenceWords, type TextNotes } from "../text-notes";
import type { Element, Line, Piece, Target } from "./page-lines";
import { type FaceName, typeFaces } from "./type-faces";

/** How the letters of a block look. */
export type Look = { face: "serif" | "sans"; size: number; leading: number; bold?: boolean; colour?: string };

export const ink = "#1c1d1f";
export const quietInk = "#56565a";
export const accent = "#0b5563";
export const hairline = "#c9c4b8";

export const body: Look = { face: "serif", size: 10.75, leading: 15.5 };
export const small: Look = { face: "sans", size: 8.75, leading: 12 };
const noteLook: Look = { face: "serif", size: 8.75, leading: 12 };

/** Measures letters and breaks them into lines; notes and links become parts of the tree as they are met. */
export function paragraphWriter(doc: PDFKit.PDFDocument, notes: TextNotes) {
  const faces = typeFaces();
  const known = new Set<string>();
  const noteWidth = { value: 400, x: 72 };

  const pieceOf = (text: string, name: FaceName, rest: Omit<Piece, "text" | "font" | "width">): Piece[] =>
    faces.stretches(name, text).map(({ text: letters, key, font }) => {
      if (!known.has(key)) {
        // pdfkit takes an opened font as well as the bytes of one; its types know only the bytes.
        doc.registerFont(key, font as unknown as PDFKit.Mixins.PDFFontSource);
        known.add(key);
      }
      doc.font(key).fontSize(rest.size);
      return { ...rest, text: letters, font: key, width: doc.widthOfString(letters) };
    });

  const plain = (text: string, look: Look, element: Element | null, colour = look.colour ?? ink): Piece[] =>
    pieceOf(text, faceOf(look, []), { size: look.size, colour, rise: 0, underline: false, element, within: null, target: null, note: null });

  const inlinePieces = (nodes: readonly DocumentNode[], look: Look, element: Element): (Piece | "break")[] => nodes.flatMap((node) => inlineOf(node, look, element));

  const inlineOf = (node: DocumentNode, look: Look, element: Element): (Piece | "break")[] => {
    if (node.type === "hardBreak") return ["break"];
    if (node.type === "footnote") return noteMark(String(node.attrs?.text ?? ""), look, element);
    if (node.type === "crossReference") {
      const number = notes.numberOf(String(node.attrs?.clause ?? ""));
      const words = number ?? referenceWords(null);
      if (number === null) return plain(words, look, element);
      const target = linkTo(referenceWords(number), { place: placeOf(String(node.attrs?.clause)) });
      return pieceOf(words, faceOf(look, []), { size: look.size, colour: accent, rise: 0, underline: false, element: target.link, within: element, target, note: null });
    }
    const marks = node.marks ?? [];
    const href = hrefOf(marks);
    const target = href === null ? null : linkTo(node.text ?? "", { href });
    const rest = { size: look.size, colour: target ? accent : (look.colour ?? ink), rise: 0, underline: target !== null || marks.some(({ type }) => type === "underline"), element: target?.link ?? element, within: target ? element : null, target, note: null };
    return pieceOf(node.text ?? "", faceOf(look, marks), rest);
  };

  const linkTo = (words: string, to: { href?: string; place?: string }): Target => ({ link: doc.struct("Link"), words, ...to });

  const noteMark = (words: string, look: Look, element: Element): Piece[] => {
    const number = notes.take(words);
    const target = linkTo(`Note ${number}`, { place: `note-${number}` });
    const note = doc.struct("Note");
    const label = doc.struct("Lbl");
    note.add(label);
    const lines = breakLines(plain(words, noteLook, note), { x: noteWidth.x + 14, width: noteWidth.value - 14, look: noteLook });
    const [first] = lines;
    if (first) {
      first.hangs.push({ pieces: plain(`${number}`, { ...noteLook, size: 7 }, label), x: noteWidth.x });
      first.placed = (y) => void doc.addNamedDestination(`note-${number}`, "XYZ", 0, y - 4, null);
    }
    const height = lines.reduce((sum, line) => sum + line.height, 0) + 2;
    const rest = { size: look.size * 0.65, colour: accent, rise: look.size * 0.36, underline: false, element: target.link, within: element, target, note: { element: note, lines, height } };
    return pieceOf(String(number), look.face === "serif" ? "serif" : "sans", rest);
  };

  return {
    plain,
    /** The width within which notes at the foot of a page are set. */
    setNoteWidth(x: number, width: number) {
      Object.assign(noteWidth, { x, value: width });
    },
    /** The lines of a paragraph. */
    lines: (nodes: readonly DocumentNode[], at: { x: number; width: number; look: Look }, element: Element): Line[] => breakLines(inlinePieces(nodes, at.look, element), at),
    words: (text: string, at: { x: number; width: number; look: Look }, element: Element | null): Line[] => breakLines(plain(text, at.look, element), at),
    breakPieces: (pieces: (Piece | "break")[], at: { x: number; width: number; look: Look }): Line[] => breakLines(pieces, at),
  };

  function breakLines(pieces: readonly (Piece | "break")[], { x, width, look }: { x: number; width: number; look: Look }): Line[] {
    const lines: Line[] = [];
    let line: Piece[] = [];
    let taken = 0;
    const end = () => {
      lines.push({ pieces: joined(line), x, height: look.leading, base: look.leading * 0.72, before: 0, withNext: false, hangs: [], bar: null });
      line = [];
      taken = 0;
    };
    // A word is what stands between two blanks, however many pieces it is made of.
    let word: Piece[] = [];
    const wordWidth = () => word.reduce((sum, piece) => sum + widthOf(piece, piece.text.trimEnd()), 0);
    const closeWord = () => {
      if (!word.length) return;
      if (taken > 0 && taken + wordWidth() > width) end();
      for (const piece of word) for (const part of taken + wordWidth() > width ? broken(piece, width) : [piece]) {
        if (taken > 0 && taken + widthOf(part, part.text.trimEnd()) > width) end();
        line.push(part);
        taken += part.width;
      }
      word = [];
    };
    for (const piece of pieces) {
      if (piece === "break") {
        closeWord();
        end();
        continue;
      }
      for (const text of piece.text.match(/\S+\s*|\s+/g) ?? []) {
        word.push({ ...piece, text, width: widthOf(piece, text) });
        if (/\s$/.test(text)) closeWord();
      }
      if (piece.text === "") word.push(piece);
    }
    closeWord();
    if (line.length || !lines.length) end();
    return lines;
  }

  function widthOf(piece: Piece, text: string): number {
    doc.font(piece.font).fontSize(piece.size);
    return doc.widthOfString(text);
  }

  /** A word wider than its line, such as an address, is broken where it must be. */
  function broken(piece: Piece, width: number): Piece[] {
    if (widthOf(piece, piece.text) <= width) return [piece];
    const parts: Piece[] = [];
    let text = "";
    for (const letter of piece.text) {
      if (text && widthOf(piece, text + letter) > width) {
        parts.push({ ...piece, text, width: widthOf(piece, text) });
        text = "";
      }
      text += letter;
    }
    return [...parts, { ...piece, text, width: widthOf(piece, text) }];
  }

  /** Words of one look are drawn at once. */
  function joined(pieces: Piece[]): Piece[] {
    const whole: Piece[] = [];
    for (const piece of pieces) {
      const last = whole.at(-1);
      const same = last && last.font === piece.font && last.size === piece.size && last.element === piece.element && last.colour === piece.colour && last.underline === piece.underline && last.rise === piece.rise && !piece.note;
      if (last && same) whole[whole.length - 1] = { ...last, text: last.text + piece.text, width: widthOf(last, last.text + piece.text) };
      else whole.push(piece);
    }
    return whole;
  }
}

/** The name of a clause as a place in the file. */
export function placeOf(clauseId: string): string {
  return `clause-${clauseId}`;
}

function hrefOf(marks: readonly DocumentMark[]): string | null {
  const href = safeHref(marks.find(({ type }) => type === "link")?.attrs?.href);
  // A path on this site leads nowhere from a file.
  return href?.startsWith("/") ? null : href;
}

function faceOf({ face, bold }: Look, marks: readonly DocumentMark[]): FaceName {
  const strong = bold || marks.some(({ type }) => type === "bold");
  const slanted = marks.some(({ type }) => type === "italic");
  if (face === "sans") return strong ? "sansBold" : "sans";
  if (slanted) return strong ? "serifBoldItalic" : "serifItalic";
  return strong ? "serifBold" : "serif";
}
