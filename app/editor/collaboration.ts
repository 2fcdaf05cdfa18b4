import type { Node } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import { Step, type StepMap, Transform } from "@tiptap/pm/transform";
import { rebaseSteps, type BatchedStep } from "./step-rebasing";
import { newLinesOf } from "./unsent-words";
import { leftOutToFit } from "./what-fits";

type Unconfirmed = BatchedStep & { inverted: Step };
/** What this editor knows: the version it stands on, the text at that version, and its own steps that are not stored yet. */
export type Standing = { version: number; base: Node; unconfirmed: readonly Unconfirmed[]; openBatch: string };
export type SentBatch = { batchId: string; steps: readonly unknown[] };

/** The name that prosemirror-collab gives to its key: the schema knows what came from elsewhere by it. */
export const collaborationKey = new PluginKey<Standing>("collab");
const longestBatch = 200;
const largestBatch = 200_000;
const mostBatchesAtOnce = 50;
const largestPush = 400_000;

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
      init: (_config: unknown, { doc }: EditorState): Standing => ({ version, base: doc, unconfirmed: [], openBatch: newBatchId() }),
      apply(transaction: Transaction, standing: Standing): Standing {
        const replaced = transaction.getMeta(collaborationKey) as Standing | undefined;
        if (replaced) return replaced;
        if (!transaction.docChanged) return standing;
        const openBatch = isFull(standing) ? newBatchId() : standing.openBatch;
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

/** The next batches to send, no more than one frame holds, or null when all is stored. Sending closes them: what is typed from now on is another batch. */
export function nextBatches(state: EditorState): { version: number; batches: SentBatch[] } | null {
  const { version, unconfirmed } = standingOf(state);
  const batches: SentBatch[] = [];
  let size = 0;
  for (const batch of batchesOf(unconfirmed)) {
    size += batch.steps.reduce<number>((sum, step) => sum + sizeOf(step as object), 0);
    if (batches.length > 0 && (size > largestPush || batches.length === mostBatchesAtOnce)) break;
    batches.push(batch);
  }
  return batches.length > 0 ? { version, batches } : null;
}

/** The first of them. */
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
    if (last?.batchId === batchId) last.steps.push(jsonOf(step));
    else batches.push({ batchId, steps: [jsonOf(step)] });
  }
  return batches;
}

export function closeBatch(state: EditorState, batchId: string, newBatchId: () => string): Transaction | null {
  const standing = standingOf(state);
  return standing.openBatch === batchId ? state.tr.setMeta(collaborationKey, { ...standing, openBatch: newBatchId() }) : null;
}

/**
 * Puts back what a page that is gone had not stored: the text as that page knew it from the authority, and its steps on
 * top, which can be undone as if they had been written here. Null when the steps do not belong to that text.
 */
export function takeUp(state: EditorState, kept: { version: number; base: Node; batches: readonly SentBatch[] }, newBatchId: () => string): { state: EditorState; transactions: Transaction[] } | null {
  const transactions: Transaction[] = [];
  const apply = (transaction: Transaction) => {
    transactions.push(transaction);
    state = state.apply(transaction);
  };
  const standing: Standing = { version: kept.version, base: kept.base, unconfirmed: [], openBatch: newBatchId() };
  const back = state.tr.setMeta(collaborationKey, standing).setMeta("addToHistory", false);
  if (!kept.base.eq(state.doc)) back.replaceWith(0, state.doc.content.size, kept.base.content);
  apply(back);
  const again = state.tr;
  try {
    const steps = stepsOf(state.doc, kept.batches);
    for (const { step } of steps) again.step(step);
    const unconfirmed = steps.map((mine, at) => ({ ...mine, inverted: mine.step.invert(again.docs[at] as Node) }));
    apply(again.setMeta(collaborationKey, { ...standing, unconfirmed }));
  } catch {
    return null;
  }
  return { state, transactions };
}

const displacedKey = "displaced";

/** One's own steps that found no place any more when these were taken in: words to tell of, and to keep for copying. */
export function displacedBy(transaction: Transaction): readonly unknown[] {
  return (transaction.getMeta(displacedKey) as unknown[] | undefined) ?? [];
}

/**
 * Takes in what the authority stored, one's own batches among it. The cursor stays where it was in the words. What one has not stored must
 * pass `guard` on the text as it is now: others may have decided about what it changes, and the part that they overtook is left out.
 */
export function receive(state: EditorState, from: number, batches: readonly SentBatch[], guard?: (before: Node, after: Node) => string | null): Transaction {
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
    return transaction.setMeta(collaborationKey, { ...standing, version, base: own.length === 0 ? state.doc : later(standing.base, over), unconfirmed: own }).setMeta("addToHistory", false);
  for (const { inverted } of [...own].reverse()) transaction.step(inverted);
  for (const { step } of others) transaction.step(step);
  const firstOwn = transaction.steps.length;
  const agreedText = transaction.doc;
  const fits = (without: ReadonlySet<BatchedStep>) => {
    const tried = new Transform(agreedText);
    rebaseSteps(tried, others, own, stored, without);
    return guard?.(agreedText, tried.doc) == null;
  };
  const waiting = own.filter(({ batchId }) => !stored.has(batchId));
  const overtaken = !guard || fits(new Set()) ? new Set<BatchedStep>() : leftOutToFit(waiting, fits);
  const { kept, way, displaced, altered } = rebaseSteps(transaction, others, own, stored, overtaken);
  const goneWith = [...altered, ...storedOtherwise(own, others, stored)].map(({ mine, placed }) => newLinesOf(jsonOf(mine), jsonOf(placed), standing.base));
  const mirrors = transaction.mapping as unknown as { setMirror: (one: number, other: number) => void };
  for (let at = 0; at < own.length; at++) {
    const mirror = way.getMirror(at);
    if (mirror === undefined) continue;
    mirrors.setMirror(at, mirror);
    // The same maps that the steps were placed by: they find a place in a clause that was moved as it stands.
    (transaction.mapping.maps as StepMap[])[mirror] = way.maps[mirror] as StepMap;
  }
  const unconfirmed = kept.map((mine, at) => ({ ...mine, inverted: mine.step.invert(transaction.docs[firstOwn + at] as Node) }));
  // Bold that was switched on for the next word stays on, whatever others write meanwhile.
  if (state.storedMarks) transaction.setStoredMarks(state.storedMarks);
  return transaction
    .setMeta("rebased", own.length)
    .setMeta("addToHistory", false)
    .setMeta(displacedKey, [...storedWithout(own, others, stored), ...displaced.map(({ step }) => jsonOf(step)), ...goneWith.filter((step) => step !== null)])
    .setMeta(collaborationKey, { ...standing, version, base: unconfirmed.length === 0 ? transaction.doc : later(standing.base, over), unconfirmed });
}

function later(base: Node, over: readonly BatchedStep[]): Node {
  for (const { step } of over) {
    const applied = step.apply(base);
    if (!applied.doc) throw new Error("What was stored does not fit the text here.");
    base = applied.doc;
  }
  return base;
}

function storedWithout(own: readonly BatchedStep[], others: readonly BatchedStep[], stored: ReadonlySet<string>): unknown[] {
  const ofBatch = (steps: readonly BatchedStep[], batchId: string) => steps.filter((each) => each.batchId === batchId).map(({ step }) => jsonOf(step));
  const batchIds = new Set(own.map(({ batchId }) => batchId).filter((batchId) => stored.has(batchId)));
  return [...batchIds].flatMap((batchId) => leftOutOf(ofBatch(own, batchId), ofBatch(others, batchId)));
}

/** The steps that the authority stored as a move of clauses as they stood by then. */
function storedOtherwise(own: readonly BatchedStep[], others: readonly BatchedStep[], stored: ReadonlySet<string>): { mine: Step; placed: Step }[] {
  const batchIds = new Set(own.map(({ batchId }) => batchId).filter((batchId) => stored.has(batchId)));
  return [...batchIds].flatMap((batchId) => {
    const [mine, placed] = [own, others].map((steps) => steps.filter((each) => each.batchId === batchId).map(({ step }) => step)) as [Step[], Step[]];
    return mine.length === placed.length ? mine.map((step, at) => ({ mine: step, placed: placed[at] as Step })) : [];
  });
}

/** The steps of a batch that the authority left out when it stored the rest of it: places change on the way, what a step brings does not. */
export function leftOutOf(mine: readonly unknown[], taken: readonly unknown[]): unknown[] {
  if (taken.length >= mine.length) return [];
  const brought = taken.map(broughtBy);
  let next = 0;
  return mine.filter((step) => {
    const isThere = next < brought.length && brought[next] === broughtBy(step);
    if (isThere) next += 1;
    return !isThere;
  });
}

function broughtBy(step: unknown): string {
  const { slice, mark } = step as { slice?: { content?: unknown }; mark?: unknown };
  return JSON.stringify([slice?.content ?? null, mark ?? null]);
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

function isFull({ unconfirmed, openBatch }: Standing): boolean {
  let steps = 0;
  let size = 0;
  for (let at = unconfirmed.length - 1; at >= 0 && unconfirmed[at]?.batchId === openBatch; at--) {
    steps += 1;
    size += sizeOf(jsonOf((unconfirmed[at] as Unconfirmed).step));
  }
  return steps >= longestBatch || size >= largestBatch;
}

const known = new WeakMap<Step, object>();
const sizes = new WeakMap<object, number>();

/** A step never changes: what it is in JSON is asked once. */
function jsonOf(step: Step): object {
  let json = known.get(step);
  if (!json) known.set(step, (json = step.toJSON() as object));
  return json;
}

function sizeOf(json: object): number {
  let size = sizes.get(json);
  if (size === undefined) sizes.set(json, (size = JSON.stringify(json).length));
  return size;
}

function stepsOf(doc: Node, batches: readonly SentBatch[]): BatchedStep[] {
  return batches.flatMap(({ batchId, steps }) => steps.map((step) => ({ step: Step.fromJSON(doc.type.schema, step), batchId })));
}

function ownSteps(transaction: Transaction, batchId: string): Unconfirmed[] {
  return transaction.steps.map((step, at) => ({ step, batchId, inverted: step.invert(transaction.docs[at] as Node) }));
}
