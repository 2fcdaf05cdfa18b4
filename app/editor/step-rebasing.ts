import { Mapping, type Step, type Transform } from "@tiptap/pm/transform";

/** A step and the batch that it was sent in. */
export type BatchedStep = { step: Step; batchId: string };

/**
 * The way from a text with one's own steps to the text with everybody's: back over one's own, on over the others',
 * and again over those of one's own that are stored already, so that a place inside them is found again.
 */
function wayOver(over: readonly BatchedStep[], own: readonly BatchedStep[]): Mapping {
  const way = new Mapping([...own].reverse().map(({ step }) => step.getMap().invert()));
  const storedOf = (batchId: string) => own.flatMap((mine, at) => (mine.batchId === batchId ? [at] : []));
  const seen = new Map<string, number>();
  const length = new Map<string, number>();
  for (const { batchId } of over) length.set(batchId, (length.get(batchId) ?? 0) + 1);
  for (const { step, batchId } of over) {
    const mine = storedOf(batchId);
    const place = seen.get(batchId) ?? 0;
    seen.set(batchId, place + 1);
    const mirrored = mine.length > 0 && mine.length === length.get(batchId) ? mine[place] : undefined;
    way.appendMap(step.getMap(), mirrored === undefined ? undefined : own.length - 1 - mirrored);
  }
  return way;
}

/**
 * Puts one's own steps on top of a text that others have written on, as prosemirror-collab does: what no longer has
 * a place is left out. `target` stands on the text with the others' steps and receives one's own.
 */
export function rebaseSteps(
  target: Transform,
  over: readonly BatchedStep[],
  own: readonly BatchedStep[],
  stored: ReadonlySet<string> = new Set(over.map(({ batchId }) => batchId)),
  leftOut: ReadonlySet<BatchedStep> = new Set(),
): { kept: BatchedStep[]; way: Mapping } {
  const way = wayOver(over, own);
  const kept: BatchedStep[] = [];
  own.forEach((mine, at) => {
    if (stored.has(mine.batchId) || leftOut.has(mine)) return;
    const mapped = mine.step.map(way.slice(own.length - at));
    if (!mapped || !fits(target, mapped)) return;
    way.appendMap(mapped.getMap(), own.length - 1 - at);
    kept.push({ step: mapped, batchId: mine.batchId });
  });
  return { kept, way };
}

function fits(target: Transform, step: Step): boolean {
  try {
    return !target.maybeStep(step).failed;
  } catch {
    // A place that is no longer in the text is thrown, not answered.
    return false;
  }
}
