import type { Node } from "@tiptap/pm/model";
import { Step, Transform } from "@tiptap/pm/transform";
import { deepestClause, mostClauses } from "./schema/clause-depth";
import { documentSchema } from "./schema/document-schema";
import { largestDocument, readDocument } from "./schema/read-document";
import { placeByClause } from "./place-by-clause";
import { rebaseSteps, type BatchedStep } from "./step-rebasing";
import { leftOutToFit } from "./what-fits";

export type Caret = { anchor: number; head: number };
/** What was taken into the text, and why a part of it was not; or why nothing was, in one sentence. */
export type Taken = { ok: true; doc: Node; steps: BatchedStep[]; caret: Caret | null; leftOut?: string } | { ok: false; reason: string };
/** Why one may not make this text of that one, in one sentence; null when one may. */
export type Guard = (before: Node, after: Node) => string | null;

const mostCharacters = 2_000_000;
const clauseTwice = "A clause would be there twice.";
const clausesTooDeep = `Clauses are nested more than ${mostClauses} levels deep.`;
const tooLong = "The text has become too long.";
const textTooDeep = `Lists and tables can go no deeper: the text would have more than ${largestDocument.depth} levels.`;

/** Reads steps from outside. Null when one of them is not a step of this schema. */
export function readSteps(batchId: string, steps: readonly unknown[]): BatchedStep[] | null {
  try {
    return steps.map((step) => ({ step: Step.fromJSON(documentSchema, step), batchId }));
  } catch {
    return null;
  }
}

/**
 * Takes somebody's steps into the text. `over` is what others wrote since the version that the steps were made on:
 * the steps are put on top of it, and what no longer has a place is left out. The guard has the last word; of what the locks forbid, only that part is left out. Never throws.
 */
export function takeSteps(doc: Node, over: readonly BatchedStep[], own: readonly BatchedStep[], caret: Caret | null, guard: Guard = () => null, locks: Guard = () => null): Taken {
  const closed = new Set<string>();
  const both: Guard = (before, after) => {
    const reason = guard(before, after);
    const locked = reason === null ? locks(before, after) : null;
    if (locked) closed.add(locked);
    return reason ?? locked;
  };
  const first = attempt(doc, over, own, caret, both);
  // An editor that put its own steps on those of others may hold a clause twice too, until it hears from here.
  const honest = !first.ok && (over.length > 0 || first.reason === clauseTwice || first.reason === clausesTooDeep || closed.has(first.reason));
  if (!honest || (!first.ok && first.reason === tooLong)) return first;
  const forbidden = closed.has(first.reason) ? { leftOut: first.reason } : {};
  const withoutMoves = attempt(doc, over, own, caret, both, new Set(own.filter(({ step }) => bringsClause(step))));
  const taken = withoutMoves.ok ? withoutMoves : whatStillFits(doc, over, own, caret, both);
  return taken.ok ? { ...taken, ...forbidden } : taken;
}

/** The last resort when two honest changes do not go together: what would break the text is left out, and all else kept. */
function whatStillFits(doc: Node, over: readonly BatchedStep[], own: readonly BatchedStep[], caret: Caret | null, guard: Guard): Taken {
  return attempt(doc, over, own, caret, guard, leftOutToFit(own, (without) => attempt(doc, over, own, caret, guard, without).ok));
}

function attempt(doc: Node, over: readonly BatchedStep[], own: readonly BatchedStep[], caret: Caret | null, guard: Guard, leftOut?: ReadonlySet<BatchedStep>): Taken {
  try {
    return put(doc, over, own, caret, guard, leftOut);
  } catch (fault) {
    return { ok: false, reason: `The change does not fit the text: ${fault instanceof Error ? fault.message : "unknown"}.` };
  }
}

function put(doc: Node, over: readonly BatchedStep[], own: readonly BatchedStep[], caret: Caret | null, guard: Guard, leftOut?: ReadonlySet<BatchedStep>): Taken {
  const target = new Transform(doc);
  const { kept, way } = rebaseSteps(target, over, own, undefined, leftOut, leftOut && over.length === 0 ? placeByClause(doc, own) : undefined);
  if (over.length === 0 && !leftOut && kept.length !== own.length) return { ok: false, reason: "The change does not fit the text." };
  const fault = faultOf(target) ?? (target.steps.length > 0 ? guard(doc, target.doc) : null);
  if (fault) return { ok: false, reason: fault };
  return { ok: true, doc: target.doc, steps: kept, caret: caret && placeOf(caret, target.doc, (place) => way.map(place)) };
}

function placeOf({ anchor, head }: Caret, doc: Node, map: (place: number) => number): Caret {
  const within = (place: number) => Math.max(0, Math.min(doc.content.size, map(place)));
  return { anchor: within(anchor), head: within(head) };
}

/** Checks what the steps touched, not the whole text: a text of fifty pages is checked in the time of one clause. */
function faultOf(target: Transform): string | null {
  const { doc, steps, mapping } = target;
  if (doc.content.size > mostCharacters) return tooLong;
  let added = 0;
  let clauses = false;
  steps.forEach((step, at) => {
    const later = mapping.slice(at + 1);
    for (const [from, to] of touched(step)) {
      const start = Math.max(0, later.map(from, -1) - 1);
      const end = Math.min(doc.content.size, later.map(to, 1) + 1);
      added += to - from;
      doc.nodesBetween(start, end, (node) => checkAlone(node));
    }
    clauses ||= bringsClause(step);
  });
  if (!doc.type.validContent(doc.content)) return "A text is made of clauses.";
  if (clauses && deepestClause(doc) > mostClauses) return clausesTooDeep;
  if (clauses && hasClauseTwice(doc)) return clauseTwice;
  if (added < 10_000) return tooDeep(target) ? textTooDeep : null;
  const whole = readDocument(doc.toJSON());
  return whole.ok ? null : whole.reason;
}

/** Why a change would be refused for its size or its depth, in one sentence: asked before it is made, so that nobody writes on from a text that cannot be stored. */
export function tooMuch(target: Transform): string | null {
  if (target.doc.content.size > mostCharacters) return tooLong;
  if (target.steps.some(bringsClause) && deepestClause(target.doc) > mostClauses) return clausesTooDeep;
  return tooDeep(target) ? textTooDeep : null;
}

function touched(step: Step): [number, number][] {
  const ranges: [number, number][] = [];
  step.getMap().forEach((_oldStart, _oldEnd, start, end) => ranges.push([start, end]));
  const { from, to, pos } = step.toJSON() as { from?: number; to?: number; pos?: number };
  if (ranges.length === 0 && from !== undefined && to !== undefined) ranges.push([from, to]);
  if (ranges.length === 0 && pos !== undefined) ranges.push([pos, pos + 1]);
  return ranges;
}

function checkAlone(node: Node): void {
  if (!node.type.validContent(node.content)) throw new RangeError(`a ${node.type.name} cannot hold this`);
  const marks = node.marks.map((mark) => mark.toJSON() as object);
  // Reading it again is what checks its attributes and marks.
  documentSchema.nodeFromJSON({ type: node.type.name, attrs: node.attrs, marks, ...(node.isText ? { text: node.text } : {}) });
}

function tooDeep({ doc, steps, mapping }: Transform): boolean {
  return steps.some((step, at) => {
    const ranges = touched(step);
    if (ranges.length === 0) return false;
    // From end to end: a list that is put around another changes nothing but its two ends, and all between them stands deeper.
    const later = mapping.slice(at + 1);
    const [from, to] = [Math.min(...ranges.map(([start]) => start)), Math.max(...ranges.map(([, end]) => end))];
    return depthBetween(doc, later.map(from, -1), later.map(to)) > largestDocument.depth;
  });
}

function depthBetween(doc: Node, from: number, to: number): number {
  let deepest = 0;
  doc.nodesBetween(Math.max(0, from), Math.min(doc.content.size, to), (node, at) => {
    if (node.isLeaf || node.isTextblock) deepest = Math.max(deepest, doc.resolve(at).depth);
  });
  return deepest;
}

function bringsClause(step: Step): boolean {
  const json = JSON.stringify(step.toJSON());
  return json.includes('"clause"') || json.includes('"attr"');
}

function hasClauseTwice(doc: Node): boolean {
  const seen = new Set<unknown>();
  let twice = false;
  doc.descendants((node) => {
    if (node.type.name !== "clause") return false;
    twice ||= seen.has(node.attrs.id);
    seen.add(node.attrs.id);
    return true;
  });
  return twice;
}
