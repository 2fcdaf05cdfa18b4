import type { Node } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import { Step } from "@tiptap/pm/transform";
import { rebaseSteps, type BatchedStep } from "./step-rebasing";

type Unconfirmed = BatchedStep & { inverted: Step };
/** What this editor knows: the version it stands on, and its own steps that are not stored yet. */
export type Standing = { version: number; unconfirmed: readonly Unconfirmed[]; openBatch: string };
export type SentBatch = { batchId: string; steps: readonly unknown[] };

/** The name that prosemirror-collab gives to its key: the schema knows what came from elsewhere by it. */
export const collaborationKey = new PluginKey<Standing>("collab");
const longestBatch = 200;

/**
 * Keeps an editor's own steps until the authority has stored them, as prosemirror-collab does, with one difference:
 * each step belongs to a batch from the start, so that a batch that was sent and never answered can be sent again.
 */
export function collaboration(version: number, newBatchId: () => string): Plugin<Standing> {
  const spec = {
    key: collaborationKey,
    // Read by prosemirror-history: its undo steps must be kept apart to be moved over those of others.
    historyPreserveItems: true,
    state: {
      init: (): Standing => ({ version, unconfirmed: [], openBatch: newBatchId() }),
      apply(transaction: Transaction, standing: Standing): Standing {
        const replaced = transaction.getMeta(collaborationKey) as Standing | undefined;
        if (replaced) return replaced;
        if (!transaction.docChanged) return standing;
        const openBatch = standing.unconfirmed.filter(({ batchId }) => batchId === standing.openBatch).length >= longestBatch ? newBatchId() : standing.openBatch;
        return { ...standing, openBatch, unconfirmed: [...standing.unconfirmed, ...ownSteps(transaction, openBatch)] };
      },
    },
  };
  return new Plugin(spec);
}

export function standingOf(state: EditorState): Standing {
  const standing = collaborationKey.getState(state);
  if (!standing) throw new Error("This editor is not collaborative.");
  return standing;
}

/** The next batch to send, or null when all is stored. Sending closes it: what is typed from now on is another batch. */
export function nextBatch(state: EditorState): (SentBatch & { version: number }) | null {
  const { version, unconfirmed } = standingOf(state);
  const [batch] = batchesOf(unconfirmed);
  return batch ? { version, ...batch } : null;
}

/** All that is not stored, batch by batch, as it is kept on the device. */
export function batchesOf(unconfirmed: readonly BatchedStep[]): SentBatch[] {
  const batches: { batchId: string; steps: unknown[] }[] = [];
  for (const { step, batchId } of unconfirmed) {
    const last = batches.at(-1);
    if (last?.batchId === batchId) last.steps.push(step.toJSON());
    else batches.push({ batchId, steps: [step.toJSON()] });
  }
  return batches;
}

export function closeBatch(state: EditorState, batchId: string, newBatchId: () => string): Transaction | null {
  const standing = standingOf(state);
  return standing.openBatch === batchId ? state.tr.setMeta(collaborationKey, { ...standing, openBatch: newBatchId() }) : null;
}

/** Takes in what the authority stored, one's own batches among it. The cursor stays where it was in the words. */
export function receive(state: EditorState, from: number, batches: readonly SentBatch[]): Transaction {
  const standing = standingOf(state);
  const over = stepsOf(state.doc, batches).slice(Math.max(0, standing.version - from));
  if (from > standing.version) throw new Error("Steps are missing in between.");
  const version = standing.version + over.length;
  const asWritten = agreed(standing.unconfirmed, over);
  const own = standing.unconfirmed.slice(asWritten);
  const others = over.slice(asWritten);
  const stored = new Set(batches.map(({ batchId }) => batchId));
  const transaction = state.tr;
  if (others.length === 0 && !own.some(({ batchId }) => stored.has(batchId)))
    return transaction.setMeta(collaborationKey, { ...standing, version, unconfirmed: own }).setMeta("addToHistory", false);
  for (const { inverted } of [...own].reverse()) transaction.step(inverted);
  for (const { step } of others) transaction.step(step);
  const firstOwn = transaction.steps.length;
  const { kept, way } = rebaseSteps(transaction, others, own, stored);
  const mirrors = transaction.mapping as unknown as { setMirror: (one: number, other: number) => void };
  for (let at = 0; at < own.length; at++) {
    const mirror = way.getMirror(at);
    if (mirror !== undefined) mirrors.setMirror(at, mirror);
  }
  const unconfirmed = kept.map((mine, at) => ({ ...mine, inverted: mine.step.invert(transaction.docs[firstOwn + at] as Node) }));
  return transaction
    .setMeta("rebased", own.length)
    .setMeta("addToHistory", false)
    .setMeta(collaborationKey, { ...standing, version, unconfirmed });
}

/** How many of one's own steps came back first and exactly as they were written. */
function agreed(own: readonly BatchedStep[], over: readonly BatchedStep[]): number {
  let count = 0;
  while (count < own.length && count < over.length && isSame(own[count], over[count])) count++;
  return count;
}

function isSame(mine: BatchedStep | undefined, stored: BatchedStep | undefined): boolean {
  return mine?.batchId === stored?.batchId && JSON.stringify(mine?.step.toJSON()) === JSON.stringify(stored?.step.toJSON());
}

function stepsOf(doc: Node, batches: readonly SentBatch[]): BatchedStep[] {
  return batches.flatMap(({ batchId, steps }) => steps.map((step) => ({ step: Step.fromJSON(doc.type.schema, step), batchId })));
}

function ownSteps(transaction: Transaction, batchId: string): Unconfirmed[] {
  return transaction.steps.map((step, at) => ({ step, batchId, inverted: step.invert(transaction.docs[at] as Node) }));
}
