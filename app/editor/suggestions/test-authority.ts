import type { Node } from "@tiptap/pm/model";
import { ReplaceStep } from "@tiptap/pm/transform";
import { readSteps, takeSteps, type Taken } from "../authority";
import { closeBatch, collaboration, nextBatch, receive, standingOf, type SentBatch } from "../collaboration";
import type { BatchedStep } from "../step-rebasing";
import { pendingSuggestions } from "./pending";
import { suggestionRuling } from "./ruling";
import { settle, type Verdict } from "./settle";
import { editorOf, ids } from "./test-client";

export const noon = Date.parse("2026-11-23T10:00:00Z");

/** The authority of the server, without a database: everybody's steps in one order, with the ruling on those who only suggest. */
export function authority(start: Node) {
  let doc = start;
  let decided = 0;
  const log: BatchedStep[] = [];
  const sent: { from: number; batches: SentBatch[] }[] = [];
  const refused: string[] = [];
  const lost: string[] = [];
  const store = (batchId: string, steps: readonly BatchedStep[]) => {
    sent.push({ from: log.length, batches: [{ batchId, steps: steps.map(({ step }) => step.toJSON() as unknown) }] });
    log.push(...steps);
  };
  return {
    doc: () => doc,
    sent,
    refused,
    lost,
    push: (version: number, batch: SentBatch, suggester: string | null) => {
      const own = readSteps(batch.batchId, batch.steps);
      const guard = suggester === null ? undefined : (before: Node, after: Node) => suggestionRuling(before, after, suggester, noon);
      const taken = takeSteps(doc, log.slice(version), own ?? [], null, guard);
      if (!taken.ok) refused.push(taken.reason);
      else {
        if (suggester !== null) lost.push(...wordsLost(takeSteps(doc, log.slice(version), own ?? [], null), taken));
        doc = taken.doc;
      }
      store(batch.batchId, taken.ok ? taken.steps : []);
    },
    decide: (which: number, verdict: Verdict) => {
      const pending = pendingSuggestions(doc);
      const one = pending[which % Math.max(1, pending.length)];
      if (!one) return;
      const settled = settle(doc, new Set([one.id]), verdict);
      doc = settled.doc;
      const batchId = `decided-${++decided}`;
      store(batchId, settled.steps.map((step) => ({ step, batchId })));
    },
  };
}

function wordsLost(free: Taken, ruled: Taken): string[] {
  return free.ok && ruled.ok ? lostWhen(free.steps, ruled.steps) : [];
}

/** The words that would have had a place, had the ruling not left them out. */
function lostWhen(free: readonly BatchedStep[], ruled: readonly BatchedStep[]): string[] {
  const [all, kept] = [free, ruled].map((steps) => steps.flatMap(({ step }) => (step instanceof ReplaceStep && step.slice.content.firstChild?.isText ? [step.slice.content.textBetween(0, step.slice.size)] : []))) as [string[], string[]];
  return all.filter((words) => all.filter((each) => each === words).length > kept.filter((each) => each === words).length);
}

/** Somebody's editor that is kept together with the authority, as the browser keeps it. */
export function member(name: string, suggests: boolean, start: Node, server: ReturnType<typeof authority>) {
  const newBatchId = ids(`${name}-`);
  const editor = editorOf(start, name, suggests, [collaboration(0, newBatchId)]);
  const onlySuggests = (before: Node, after: Node) => suggestionRuling(before, after, name, noon);
  let heard = 0;
  let inFlight: string | null = null;
  const send = () => {
    const batch = nextBatch(editor.state);
    if (!batch || inFlight) return;
    inFlight = batch.batchId;
    const closed = closeBatch(editor.state, batch.batchId, newBatchId);
    if (closed) editor.apply(closed);
    server.push(batch.version, batch, suggests ? name : null);
  };
  const hear = () => {
    const frame = server.sent[heard];
    if (!frame) return false;
    heard += 1;
    if (suggests) server.lost.push(...lostWhen(standingOf(editor.state.apply(receive(editor.state, frame.from, frame.batches))).unconfirmed, standingOf(editor.state.apply(receive(editor.state, frame.from, frame.batches, onlySuggests))).unconfirmed));
    editor.apply(receive(editor.state, frame.from, frame.batches, suggests ? onlySuggests : undefined));
    if (frame.batches.some(({ batchId }) => batchId === inFlight)) inFlight = null;
    return true;
  };
  return { editor, send, hear, saved: () => standingOf(editor.state).unconfirmed.length === 0 };
}
