import type { Node } from "@tiptap/pm/model";
import { Mapping, type Step, type Transform } from "@tiptap/pm/transform";
import { mapAsPlaced, movedAsTheyStand } from "./moved-clauses";

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
    const asWritten = mirrored === undefined ? undefined : own[mirrored];
    way.appendMap(asWritten ? mapAsPlaced(asWritten.step, step) : step.getMap(), mirrored === undefined ? undefined : own.length - 1 - mirrored);
  }
  return way;
}

/**
 * Puts one's own steps on top of a text that others have written on, as prosemirror-collab does: what no longer has
 * a place is left out and named in `displaced`, unless `elsewhere` finds it one; `altered` are moves that take along what others wrote. `target` stands on the text with the
 * others' steps and receives one's own.
 */
export function rebaseSteps(
  target: Transform,
  over: readonly BatchedStep[],
  own: readonly BatchedStep[],
  stored: ReadonlySet<string> = new Set(over.map(({ batchId }) => batchId)),
  leftOut: ReadonlySet<BatchedStep> = new Set(),
  elsewhere: (at: number, doc: Node) => Step | null = () => null,
): { kept: BatchedStep[]; way: Mapping; displaced: BatchedStep[]; altered: { mine: Step; placed: Step }[] } {
  const way = wayOver(over, own);
  const kept: BatchedStep[] = [];
  const displaced: BatchedStep[] = [];
  const altered: { mine: Step; placed: Step }[] = [];
  const asTheyStand = movedAsTheyStand();
  own.forEach((mine, at) => {
    if (stored.has(mine.batchId)) return;
    const moved = leftOut.has(mine) ? null : mine.step.map(way.slice(own.length - at));
    const mapped = moved && over.length > 0 ? asTheyStand(target.doc, moved) : moved;
    const placed = mapped && fits(target, mapped) ? mapped : leftOut.has(mine) ? null : elsewhere(at, target.doc);
    if (!placed || (placed !== mapped && !fits(target, placed))) return void displaced.push(mine);
    if (placed === mapped && mapped !== moved) altered.push({ mine: mine.step, placed });
    way.appendMap(mapAsPlaced(mine.step, placed), own.length - 1 - at);
    kept.push({ step: placed, batchId: mine.batchId });
  });
  return { kept, way, displaced, altered };
}

function fits(target: Transform, step: Step): boolean {
  try {
    return !target.maybeStep(step).failed;
  } catch {
    // A place that is no longer in the text is thrown, not answered.
    return false;
  }
}
