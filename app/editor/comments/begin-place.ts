import type { Node } from "@tiptap/pm/model";
import { Mapping, Step } from "@tiptap/pm/transform";
import { documentSchema } from "../schema/document-schema";
import { clauseAt } from "./anchors";
import { clausePlaces, findWords, type Place } from "./find-words";
import { onOneLine, wordsBetween } from "./words";

/** Words that somebody chose in an earlier version of a text, and the steps on it since. */
export type Chosen = { from: number; to: number; quote: string; clauseId: string; since: readonly unknown[] };

/**
 * Where chosen words stand now: the place moved over the steps since, when the words there are still the same; else the
 * same words in their clause. Null when they are gone.
 */
export function beginPlace(doc: Node, { from, to, quote, clauseId, since }: Chosen): (Place & { clauseId: string }) | null {
  const moved = to > from ? movedOver({ from, to }, since) : null;
  const within = moved && moved.from >= 0 && moved.to <= doc.content.size && moved.from < moved.to;
  if (within && wordsBetween(doc, moved.from, moved.to) === onOneLine(quote)) return named(doc, moved);
  const home = clauseId || (within ? clauseAt(doc.resolve(moved.from)) : "");
  const found = clausePlaces(doc).has(home) || !clauseId ? findWords(doc, { quote, clauseId: home }) : null;
  return found && named(doc, found);
}

function movedOver({ from, to }: Place, since: readonly unknown[]): Place {
  const way = new Mapping(since.map((step) => Step.fromJSON(documentSchema, step).getMap()));
  return { from: way.map(from, 1), to: way.map(to, -1) };
}

function named(doc: Node, place: Place): Place & { clauseId: string } {
  return { ...place, clauseId: clauseAt(doc.resolve(place.from)) };
}
