import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { create, type Font } from "fontkit";
import { glyphSubset } from "./glyph-subset";

/** A letter's look on a printed page. */
export type FaceName = "serif" | "serifBold" | "serifItalic" | "serifBoldItalic" | "sans" | "sansBold";

type Face = { family: string; weight: number; style: "normal" | "italic"; alphabets: readonly string[] };

const serif = { family: "source-serif-4", alphabets: ["latin", "latin-ext", "vietnamese", "greek", "cyrillic", "cyrillic-ext"] };
const sans = { family: "public-sans", alphabets: ["latin", "latin-ext", "vietnamese"] };

const faces: Record<FaceName, Face> = {
  serif: { ...serif, weight: 400, style: "normal" },
  serifBold: { ...serif, weight: 680, style: "normal" },
  serifItalic: { ...serif, weight: 400, style: "italic" },
  serifBoldItalic: { ...serif, weight: 680, style: "italic" },
  sans: { ...sans, weight: 400, style: "normal" },
  sansBold: { ...sans, weight: 650, style: "normal" },
};

/** A stretch of letters that one font file draws. `key` names the font in the file that is written. */
export type Stretch = { text: string; key: string; font: Font };

/** The fonts that the pages use, opened as they are needed, each with the letters of its alphabet. */
export function typeFaces() {
  const opened = new Map<string, Font>();
  const signs = create(bytesOf("pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf"));
  const open = (name: FaceName, alphabet: string): Font => {
    const key = `${name} ${alphabet}`;
    const font = opened.get(key) ?? openFace(faces[name], alphabet);
    opened.set(key, font);
    return font;
  };
  const fontFor = (name: FaceName, letter: string): { key: string; font: Font } => {
    const code = letter.codePointAt(0) ?? 0;
    const alphabet = faces[name].alphabets.find((one) => open(name, one).hasGlyphForCodePoint(code));
    if (alphabet) return { key: `${name} ${alphabet}`, font: open(name, alphabet) };
    // What a sans face lacks, the serif may have, and signs such as arrows the last; what none has is drawn as an empty box.
    if (name.startsWith("sans")) return fontFor(name === "sans" ? "serif" : "serifBold", letter);
    return signs.hasGlyphForCodePoint(code) ? { key: "signs", font: signs } : { key: `${name} latin`, font: open(name, "latin") };
  };
  return {
    /** The letters of a text by the fonts that draw them. */
    stretches(name: FaceName, text: string): Stretch[] {
      const found: Stretch[] = [];
      for (const letter of text) {
        const last = found.at(-1);
        // Accents stay with the letter before them.
        if (last && /\p{M}/u.test(letter) && last.font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0)) last.text += letter;
        else {
          const { key, font } = fontFor(name, letter);
          if (last?.key === key) last.text += letter;
          else found.push({ text: letter, key, font });
        }
      }
      return found;
    },
  };
}

// It shares its glyph with a letter of other alphabets, for which it would be taken.
const apostrophe = 0x2019;

function bytesOf(file: string): Uint8Array {
  return readFileSync(createRequire(import.meta.url).resolve(file));
}

function openFace({ family, weight, style }: Face, alphabet: string): Font {
  const file = `@fontsource-variable/${family}/files/${family}-${alphabet}-wght-${style}.woff2`;
  const bytes = bytesOf(file);
  // Outlines can be unpacked only at the weight the file was drawn at; the font that draws at ours borrows them.
  const drawn = create(bytes);
  drawn.getGlyph(0)._decode();
  const font = create(bytes);
  font._transformedGlyphs = drawn._transformedGlyphs;
  font.variationCoords = [weight];
  // A glyph remembers the letter it was first asked for by, and copying text out of the file needs it.
  for (const code of [apostrophe, ...font.characterSet]) font.glyphForCodePoint(code);
  font.createSubset = () => glyphSubset(font);
  // Two weights of one file must not be taken for one font.
  Object.defineProperty(font, "postscriptName", { value: `${family}-${style}-${weight}-${alphabet}` });
  return font;
}
