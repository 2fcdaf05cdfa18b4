import { createContext } from "react";
import type { Numbers } from "~/editor/atoms-in-words";
import type { TermHit } from "~/editor/glossary/find-terms";
import type { DocumentNode } from "~/editor/schema/document-node";

/** What a text knows of itself while a part of it is shown. */
export type TextParts = {
  numbers: Numbers;
  titles: ReadonlyMap<string, string>;
  footnotes: ReadonlyMap<DocumentNode, number>;
  terms: ReadonlyMap<DocumentNode, TermHit[]>;
  meaning: (termId: string) => string | null;
};

/** A part shown alone knows no other clause and no footnotes. */
export const TextPartsContext = createContext<TextParts>({ numbers: null, titles: new Map(), footnotes: new Map(), terms: new Map(), meaning: () => null });
