import fc from "fast-check";
import { history, redo, undo } from "@tiptap/pm/history";
import { Node } from "@tiptap/pm/model";
import { EditorState, TextSelection, type Transaction } from "@tiptap/pm/state";
import { readSteps, takeSteps } from "./authority";
import { closeBatch, collaboration, displacedBy, nextBatch, nextBatches, receive, standingOf, takeUp, type SentBatch } from "./collaboration";
import { addClauseAfter, liftClause, moveClause, nestClause } from "./schema/clause-commands";
import { clauseIds } from "./schema/clause-ids";
import { documentSchema } from "./schema/document-schema";
import { BatchedStep } from "./step-rebasing";
import { keepingOthers } from "./undo-keeping";

const words = (text: string) => [{ type: "text", text }];
export const clause = (id: string) => ({ type: "clause", attrs: { id }, content: [{ type: "clauseTitle", content: words(`Title ${id}`) }, { type: "paragraph", content: words(`Words of ${id}.`) }] });
export const start = () => Node.fromJSON(documentSchema, { type: "doc", content: [clause("one"), clause("two"), clause("three")] });

/** The authority of the server, without a database: everybody's steps in one order. */
export function authority() {
  let doc = start();
  const log: BatchedStep[] = [];
  const sent: { from: number; batches: SentBatch[] }[] = [];
  const pushAll = (version: number, batches: readonly SentBatch[]) => {
    const own = batches.flatMap(({ batchId, steps }) => readSteps(batchId, steps) ?? []);
    const taken = takeSteps(doc, log.slice(version), own, null);
    if (!taken.ok) throw new Error(taken.reason);
    doc = taken.doc;
    sent.push({ from: log.length, batches: batches.map(({ batchId }) => ({ batchId, steps: taken.steps.filter((step) => step.batchId === batchId).map(({ step }) => step.toJSON() as unknown) })) });
    log.push(...taken.steps);
  };
  return {
    doc: () => doc,
    sent,
    push: (version: number, batch: SentBatch) => pushAll(version, [batch]),
    pushAll,
  };
}

/** One person's editor, without a browser. */
export function writer(name: string, server: ReturnType<typeof authority>) {
  let batches = 0;
  const newBatchId = () => `${name}-${++batches}`;
  let state = EditorState.create({ doc: start(), plugins: [collaboration(0, newBatchId), clauseIds(), history()] });
  const displaced: unknown[] = [];
  let heard = 0;
  let inFlight: string | null = null;
  const send = () => {
    const batch = nextBatch(state);
    if (!batch || inFlight) return;
    inFlight = batch.batchId;
    const closed = closeBatch(state, batch.batchId, newBatchId);
    if (closed) state = state.apply(closed);
    server.push(batch.version, batch);
  };
  const hear = () => {
    const frame = server.sent[heard];
    if (!frame) return false;
    heard += 1;
    const transaction = receive(state, frame.from, frame.batches);
    displaced.push(...displacedBy(transaction));
    state = state.apply(transaction);
    if (frame.batches.some(({ batchId }) => batchId === inFlight)) inFlight = null;
    return true;
  };
  const write = ({ kind, place, length }: Deed) => {
    const at = TextSelection.near(state.doc.resolve(Math.min(place, state.doc.content.size)));
    const there = state.apply(state.tr.setSelection(at));
    const take = (next: EditorState) => (state = next);
    take(there);
    const dispatch = (transaction: typeof state.tr) => take(state.apply(transaction));
    if (kind === "type") dispatch(state.tr.insertText(name.repeat(length), state.selection.from));
    if (kind === "delete") {
      const to = Math.min(state.selection.from + length, state.selection.$from.end());
      if (to > state.selection.from) dispatch(state.tr.delete(state.selection.from, to));
    }
    if (kind === "split" && state.selection.$from.parent.type.name === "paragraph") dispatch(state.tr.split(state.selection.from));
    if (kind === "add") addClauseAfter(state, dispatch);
    if (kind === "nest") nestClause(state, dispatch);
    if (kind === "lift") liftClause(state, dispatch);
    if (kind === "up") moveClause(-1)(state, dispatch);
    if (kind === "down") moveClause(1)(state, dispatch);
  };
  const sendAll = () => {
    const next = nextBatches(state);
    const last = next?.batches.at(-1);
    const closed = last && closeBatch(state, last.batchId, newBatchId);
    if (closed) state = state.apply(closed);
    if (next) server.pushAll(next.version, next.batches);
  };
  return {
    write, send, sendAll, hear,
    doc: () => state.doc,
    saved: () => standingOf(state).unconfirmed.length === 0,
    state: () => state,
    displaced: () => displaced,
    change: (work: (tr: Transaction) => Transaction) => (state = state.apply(work(state.tr))),
    undo: () => keepingOthers(undo, () => state)(state, (transaction) => (state = state.apply(transaction))),
    redo: () => keepingOthers(redo, () => state)(state, (transaction) => (state = state.apply(transaction))),
    takeUp: (kept: { version: number; base: Node; batches: SentBatch[] }) => {
      const taken = takeUp(state, kept, newBatchId);
      if (!taken) throw new Error("Not taken up.");
      state = taken.state;
    },
  };
}

/** What somebody may do. */
export const kinds = ["type", "delete", "split", "add", "nest", "lift", "up", "down"] as const;
export type Deed = { kind: (typeof kinds)[number]; place: number; length: number };
/** One thing that happens to one of three. */
export const turn = fc.record({ who: fc.nat(2), does: fc.constantFrom("write", "write", "send", "hear"), deed: fc.record({ kind: fc.constantFrom(...kinds), place: fc.nat(120), length: fc.integer({ min: 1, max: 4 }) }) });

/** Where these words stand in a text. */
export function placeOf(doc: Node, words: string): number {
  return rangeOf(doc, words).from;
}

export function rangeOf(doc: Node, words: string): { from: number; to: number } {
  let found: { from: number; to: number } | null = null;
  doc.descendants((node, at) => {
    const inside = node.isText ? (node.text ?? "").indexOf(words) : -1;
    if (inside >= 0) found ??= { from: at + inside, to: at + inside + words.length };
    return found === null;
  });
  if (!found) throw new Error(`There is no "${words}".`);
  return found;
}
