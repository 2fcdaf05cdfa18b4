/** A part of the tree that tells reading programs what a page is made of. */
export type Element = PDFKit.PDFStructureElement;

/** Where a stretch of letters leads to: an address, or a place in the file. */
export type Target = { link: Element; words: string; href?: string; place?: string };

/** A stretch of letters in one font, without a line break. */
export type Piece = {
  text: string;
  /** The font as it is registered in the file. */
  font: string;
  size: number;
  width: number;
  colour: string;
  /** Above the base line, for note marks. */
  rise: number;
  underline: boolean;
  element: Element | null;
  /** What the element becomes a part of when its first letters are drawn, so that the tree reads in the order of the letters. */
  within: Element | null;
  target: Target | null;
  /** The notes that must stand on the page of this piece. */
  note: NoteAtFoot | null;
};

export type NoteAtFoot = { element: Element; lines: Line[]; height: number };

/** A line as it will stand on a page; it is placed later. */
export type Line = {
  pieces: Piece[];
  x: number;
  height: number;
  /** From the top of the line to its base line. */
  base: number;
  /** Room above, left out at the top of a page. */
  before: number;
  /** Never the last line on a page. */
  withNext: boolean;
  /** What hangs before the line: a bullet, a number of a clause or of a list. */
  hangs: { pieces: Piece[]; x: number }[];
  /** The colour of the bar beside it, where it belongs to a callout. */
  bar: string | null;
  /** Told once the line has its page. */
  placed?: (y: number) => void;
};
