import { diffArrays } from "diff";
import { Node } from "@tiptap/pm/model";
import { Step } from "@tiptap/pm/transform";
import { tokens } from "./redline-words";
import { documentSchema } from "./schema/document-schema";
import { settleChosen } from "./suggestions/settle";

/** A step as it is stored, and who wrote it. */
export type AuthoredStep = { version: number; step: unknown; authorId: string; at: Date };

/** Letters one after the other that one author wrote at one moment; null is the text that was there at the start. */
export type AuthoredRun = { text: string; authorId: string | null; at: Date | null };

/**
 * The present text, and for each place in it the version of the step that last wrote there; 0 is the start.
 * `working` is the same for the text with what is only suggested in it.
 */
export type Authorship = { doc: Node; versions: Int32Array; working: { doc: Node; versions: Int32Array }; writtenBy: (version: number) => { authorId: string; at: Date } | null };

const shortestPassage = 20;
const mostPassages = 2_000;

type Written = { letters: string; versions: Int32Array };

/**
 * For every letter of the present text, who wrote it last. Letters that a step puts in are those of its author. What was
 * suggested belongs to who suggested it: accepting changes a mark, no letter. A clause that is moved, cut and pasted or
 * restored keeps its authors, word by word, and so does a passage of at least 20 letters that is taken out and put in again
 * as it was; a shorter passage, or a copy of one that stayed, is the mover's. What is only suggested is left out. Throws when the log does not fit.
 */
export function authorship(start: unknown, steps: readonly AuthoredStep[]): Authorship {
  const text = writtenText(Node.fromJSON(documentSchema, start));
  for (const { version, step } of steps) text.take(Step.fromJSON(documentSchema, step), version);
  const working = { doc: text.doc(), versions: text.versions() };
  for (const step of settleChosen(text.doc(), () => true, "rejected").steps) text.take(step, 0);
  const known = new Map(steps.map(({ version, authorId, at }) => [version, { authorId, at }]));
  return { doc: text.doc(), versions: text.versions(), working, writtenBy: (version) => known.get(version) ?? null };
}

/** The text below one node, from the place where its content begins, in runs of one author. */
export function runsIn({ versions, writtenBy }: Pick<Authorship, "versions" | "writtenBy">, parent: Node, start: number): AuthoredRun[] {
  const runs: AuthoredRun[] = [];
  parent.descendants((node, offset) => {
    if (!node.isInline) return true;
    const letters = node.isText ? (node.text ?? "") : "\u{fffc}";
    for (let at = 0; at < letters.length; at++) {
      const by = writtenBy(versions[start + offset + at] ?? 0);
      const last = runs.at(-1);
      const letter = letters[at] ?? "";
      if (last && last.authorId === (by?.authorId ?? null) && last.at?.getTime() === by?.at.getTime()) last.text += letter;
      else runs.push({ text: letter, authorId: by?.authorId ?? null, at: by?.at ?? null });
    }
    return false;
  });
  return runs;
}

/** A text that remembers, place by place, with which version it was written. */
function writtenText(start: Node) {
  let doc = start;
  let size = doc.content.size;
  let held = new Int32Array(size * 2 + 1_000);
  const clauses = new Map<string, Written>();
  const passages = new Map<string, Int32Array>();
  return { doc: () => doc, versions: () => held.slice(0, size), take };

  function take(step: Step, version: number): void {
    const before = doc;
    const applied = step.apply(before);
    if (!applied.doc) throw new Error(`The step of version ${version} does not fit: ${applied.failed}.`);
    doc = applied.doc;
    const ranges: [number, number, number, number][] = [];
    step.getMap().forEach((oldStart, oldEnd, newStart, newEnd) => ranges.push([oldStart, oldEnd, newStart, newEnd]));
    // All that goes is remembered before anything is overwritten.
    const gone = ranges.map(([from, to]) => (to > from ? writtenIn(before, from, to) : null));
    const found = ranges.map(([, , from, to]) => (to > from && holdsClause(doc, from, to) ? clausesWanted(before, doc, from, to) : null));
    ranges.forEach(([from, to], at) => remember(before, from, to, gone[at] ?? null));
    for (const [oldStart, oldEnd, newStart, newEnd] of ranges) put(newStart, oldEnd - oldStart, newEnd - newStart, version);
    ranges.forEach(([, , from, to], at) => keepAuthors(from, to, gone[at] ?? null, found[at] ?? null));
  }

  function put(at: number, removed: number, added: number, version: number): void {
    const next = size - removed + added;
    if (next > held.length) {
      const larger = new Int32Array(next * 2);
      larger.set(held);
      held = larger;
    }
    held.copyWithin(at + added, at + removed, size);
    held.fill(version, at, at + added);
    size = next;
  }

  function remember(before: Node, from: number, to: number, gone: Written | null): void {
    if (!gone || gone.letters.length < shortestPassage) return;
    passages.delete(gone.letters);
    passages.set(gone.letters, gone.versions);
    if (passages.size > mostPassages) passages.delete(passages.keys().next().value ?? "");
    if (holdsClause(before, from, to)) for (const [id, written] of clausesWithin(before, from, to, (start, node) => ownWords(node, start))) clauses.set(id, written);
  }

  function keepAuthors(from: number, to: number, gone: Written | null, wanted: Map<string, Written> | null): void {
    if (to - from < 2) return;
    if (wanted) {
      for (const [id, places] of clausesWithin(doc, from, to, (start, node) => ownPlaces(node, start))) {
        const was = wanted.get(id) ?? clauses.get(id);
        if (was) lineUp(was, places);
      }
      return;
    }
    const places = placesIn(doc, from, to);
    const known = passages.get(places.letters);
    if (known) places.at.forEach((place, at) => (held[place] = known[at] ?? 0));
    else if (gone && gone.letters.length >= shortestPassage && places.letters.length >= shortestPassage) lineUp(gone, places);
  }

  /** Words that were there before keep who wrote them. */
  function lineUp(was: Written, now: Places): void {
    if (was.letters === now.letters) return now.at.forEach((place, at) => (held[place] = was.versions[at] ?? 0));
    const changes = diffArrays(tokens(was.letters), tokens(now.letters), { maxEditLength: 2_000 });
    let old = 0;
    let fresh = 0;
    for (const { value, added, removed } of changes ?? []) {
      const length = value.join("").length;
      for (let at = 0; !added && !removed && at < length; at++) held[now.at[fresh + at] ?? 0] = was.versions[old + at] ?? 0;
      if (!added) old += length;
      if (!removed) fresh += length;
    }
  }

  function writtenIn(from: Node, start: number, end: number): Written {
    return withVersions(placesIn(from, start, end));
  }

  function ownWords(clause: Node, start: number): Written {
    return withVersions(ownPlaces(clause, start));
  }

  function withVersions({ letters, at }: Places): Written {
    return { letters, versions: Int32Array.from(at, (place) => held[place] ?? 0) };
  }

  /** What the clauses that come are in the text before, wherever they stand there. */
  function clausesWanted(before: Node, after: Node, from: number, to: number): Map<string, Written> {
    const coming = clausesWithin(after, from, to, () => true);
    const wanted = new Map<string, Written>();
    before.descendants((node, at) => {
      if (node.type.name !== "clause") return false;
      if (coming.has(String(node.attrs.id))) wanted.set(String(node.attrs.id), ownWords(node, at));
      return true;
    });
    return wanted;
  }
}

type Places = { letters: string; at: number[] };

function placesIn(doc: Node, from: number, to: number): Places {
  const places: Places = { letters: "", at: [] };
  doc.nodesBetween(from, to, (node, start) => {
    if (node.isInline) addLetters(places, node, start, from, to);
    return !node.isInline;
  });
  return places;
}

/** The letters of a clause's title and blocks, without those of the clauses below it. */
function ownPlaces(clause: Node, start: number): Places {
  const places: Places = { letters: "", at: [] };
  clause.descendants((node, offset) => {
    if (node.type.name === "clause") return false;
    if (node.isInline) addLetters(places, node, start + 1 + offset, 0, Number.MAX_SAFE_INTEGER);
    return !node.isInline;
  });
  return places;
}

function addLetters(places: Places, node: Node, start: number, from: number, to: number): void {
  const letters = node.isText ? (node.text ?? "") : "\u{fffc}";
  for (let at = Math.max(0, from - start); at < letters.length && start + at < to; at++) {
    places.letters += letters[at];
    places.at.push(start + at);
  }
}

function holdsClause(doc: Node, from: number, to: number): boolean {
  return clausesWithin(doc, from, to, () => true).size > 0;
}

function clausesWithin<Value>(doc: Node, from: number, to: number, read: (start: number, clause: Node) => Value): Map<string, Value> {
  const found = new Map<string, Value>();
  doc.nodesBetween(from, to, (node, start) => {
    if (node.type.name !== "clause") return false;
    if (start >= from) found.set(String(node.attrs.id), read(start, node));
    return true;
  });
  return found;
}
