/** A term as it may stand in a text. */
export type KnownTerm = { id: string; name: string; variants: readonly string[] };

/** Where a term stands in a piece of text, in characters. */
export type TermHit = { from: number; to: number; termId: string };

/**
 * Finds the terms of a glossary in a piece of text: whole words, in small or capital letters, by name or variant.
 * Where two could begin, the longer one counts: "mental health crisis" is not also "crisis". A hyphen or an
 * apostrophe inside a word belongs to it, but a possessive ending does not.
 */
export function termFinder(terms: readonly KnownTerm[]): (text: string) => TermHit[] {
  const owners = new Map<string, string>();
  for (const { id, name, variants } of terms)
    for (const word of [name, ...variants]) {
      const key = folded(word);
      if (key && !owners.has(key)) owners.set(key, id);
    }
  if (owners.size === 0) return () => [];
  const words = [...owners.keys()].sort((one, other) => other.length - one.length || (one < other ? -1 : 1));
  const pattern = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}]|[\\p{L}\\p{N}][-’'])(?:${words.map(anySpace).join("|")})(?![\\p{L}\\p{M}\\p{N}]|[-’'](?!s(?![\\p{L}\\p{M}\\p{N}]))[\\p{L}\\p{N}])`, "giu");
  return (text) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const termId = owners.get(folded(match[0]));
      return termId ? [{ from: match.index, to: match.index + match[0].length, termId }] : [];
    });
}

function folded(word: string): string {
  return word.normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase();
}

function anySpace(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\/]/g, (sign) => `\\${sign}`).replace(/ /g, "[^\\S\\n]+");
}
