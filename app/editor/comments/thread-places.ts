import type { Node } from "@tiptap/pm/model";
import { readStamp } from "../schema/stamp";
import { anchorsOf } from "./anchors";
import { clausePlaces, findWords } from "./find-words";

/** What is stored of a thread that says where it stands. */
export type PlacedThread = { id: string; quote: string; clauseId: string | null; suggestionId: string | null; atVersion: number };

/**
 * Where a thread stands: on words, on a whole clause, on a suggestion (null once that is decided), or nowhere because its text was removed.
 * `at` is the place in reading order.
 */
export type ThreadPlace =
  | { kind: "words"; at: number; from: number; to: number; words: string; clauseId: string }
  | { kind: "clause"; at: number; clauseId: string }
  | { kind: "suggestion"; at: number | null }
  | { kind: "removed" };

/**
 * Where the threads of a text stand in it. A thread that was begun while the text was frozen has no anchor in it and
 * stands on its quoted words for as long as the text is of that version.
 */
export function threadPlaces(doc: Node, version: number, threads: readonly PlacedThread[]): Map<string, ThreadPlace> {
  const anchors = new Map(anchorsOf(doc).map((anchor) => [anchor.thread, anchor]));
  const clauses = clausePlaces(doc);
  const suggestions = threads.some(({ suggestionId }) => suggestionId) ? suggestionPlaces(doc) : new Map<string, number>();
  return new Map(threads.map((thread) => [thread.id, placeOf(thread)]));

  function placeOf({ id, quote, clauseId, suggestionId, atVersion }: PlacedThread): ThreadPlace {
    if (suggestionId) return { kind: "suggestion", at: suggestions.get(suggestionId) ?? null };
    const anchor = anchors.get(id);
    if (anchor) return { kind: "words", at: anchor.from, ...anchor };
    const home = clauseId === null ? undefined : clauses.get(clauseId);
    if (quote === "") return home && clauseId !== null ? { kind: "clause", at: home.from, clauseId } : { kind: "removed" };
    const quoted = version === atVersion && clauseId !== null ? findWords(doc, { quote, clauseId }) : null;
    return quoted && clauseId !== null ? { kind: "words", at: quoted.from, ...quoted, words: quote, clauseId } : { kind: "removed" };
  }
}

/** Threads as one reads the text; those that stand nowhere come last, as they were begun. */
export function inReadingOrder<Thread extends { place: ThreadPlace }>(threads: readonly Thread[]): Thread[] {
  const order = ({ place }: Thread) => ("at" in place && place.at !== null ? place.at : Number.MAX_SAFE_INTEGER);
  return [...threads].sort((one, other) => order(one) - order(other));
}

/** Where each suggestion begins that waits for a decision. */
export function suggestionPlaces(doc: Node): Map<string, number> {
  const places = new Map<string, number>();
  const note = (id: unknown, at: number) => {
    if (typeof id === "string" && !places.has(id)) places.set(id, at);
  };
  doc.descendants((node, at) => {
    for (const { type, attrs } of node.marks) if (type.name !== "comment" && "author" in attrs) note(attrs.id, at);
    for (const held of Object.values(node.attrs)) note(readStamp(held)?.id, at);
  });
  return places;
}
