import type { Authorship } from "./authorship";
import { stretchesOf, type AuthorNames, type Writer } from "./authored-text";
import { markStamp } from "./suggestions/suggestion-parts";

/**
 * Who wrote each stretch of a working text, by its places in the text of that version: [from, to, organization, who wrote last in its sentence], the last
 * two as their places in `organizations` and `writers`; -1 is the start. What is only suggested has its own marks and is left out.
 */
export type AuthoredPlaces = { version: number; organizations: string[]; writers: Writer[]; stretches: [number, number, number, number][] };

export function authoredPlaces(version: number, { working, writtenBy }: Authorship, names: AuthorNames): AuthoredPlaces {
  const places: AuthoredPlaces = { version, organizations: [], writers: [], stretches: [] };
  const writers = new Map<string, number>();
  working.doc.descendants((block, at) => {
    if (!block.isTextblock) return true;
    for (const { node, offset, from, to, org, last } of stretchesOf(block, at + 1, { versions: working.versions, writtenBy }, names)) {
      const start = at + 1 + offset;
      if (!markStamp(node, "insertion")) places.stretches.push([start + from, start + to, numberOf(org), writerNumber(last)]);
    }
    return false;
  });
  return places;

  function numberOf(org: string): number {
    if (org === "") return -1;
    const known = places.organizations.indexOf(org);
    return known >= 0 ? known : places.organizations.push(org) - 1;
  }

  function writerNumber(writer: Writer | null): number {
    if (!writer) return -1;
    const key = `${writer.org} ${writer.name} ${writer.at}`;
    const known = writers.get(key) ?? places.writers.push(writer) - 1;
    writers.set(key, known);
    return known;
  }
}
