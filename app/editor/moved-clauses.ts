import { Fragment, type Node, Slice } from "@tiptap/pm/model";
import { ReplaceStep, type Step, StepMap } from "@tiptap/pm/transform";
import { differing } from "./differing";

/**
 * A step that moves clauses brings them as its writer knew them. Put on top of what others wrote meanwhile, it would take their words away
 * with it. Gives the same step with the clauses as they stand now, and with those between them that others added; any other step as it is.
 * One of these goes along with the steps of one writer, in their order: a move may be a removal and an insertion.
 */
export function movedAsTheyStand(): (doc: Node, step: Step) => Step {
  const taken = new Map<unknown, Node>();
  return (doc, step) => {
    if (!(step instanceof ReplaceStep) || step.to > doc.content.size) return step;
    const there = wholeClauses(doc.slice(step.from, step.to));
    for (const clause of there) taken.set(clause.attrs.id, clause);
    const brought = wholeClauses(step.slice);
    if (brought.length === 0 || brought.length !== step.slice.content.childCount || !isMove(there, brought, taken)) return step;
    const now = brought.map((clause) => taken.get(clause.attrs.id) ?? clause);
    there.forEach((clause, at) => {
      if (!now.some(({ attrs }) => attrs.id === clause.attrs.id)) now.splice(at, 0, clause);
    });
    const content = Fragment.from(now);
    return content.eq(step.slice.content) ? step : new ReplaceStep(step.from, step.to, new Slice(content, 0, 0));
  };
}

/** The map of a step as it was placed: where it brings clauses as they stand and not as its writer knew them, a place in what the writer brought is found again there. */
export function mapAsPlaced(mine: Step, placed: Step): StepMap {
  if (!(mine instanceof ReplaceStep && placed instanceof ReplaceStep) || mine.slice.content.eq(placed.slice.content)) return placed.getMap();
  const range = differing(mine.slice.content, placed.slice.content);
  return new MovedMap(placed, range ? new StepMap([range.start, range.end - range.start, range.otherEnd - range.start]) : StepMap.empty);
}

type Recovering = { recover(value: number): number };

/** A mapping asks the map of a mirrored step for a place within what it brought. */
class MovedMap extends StepMap implements Recovering {
  readonly #from: number;
  readonly #toPlaced: StepMap;

  constructor({ from, to, slice }: ReplaceStep, toPlaced: StepMap) {
    super([from, to - from, slice.size]);
    this.#from = from;
    this.#toPlaced = toPlaced;
  }

  recover(value: number): number {
    const place = (StepMap.prototype as unknown as Recovering).recover.call(this, value);
    return this.#from + this.#toPlaced.map(place - this.#from);
  }
}

/** The same clauses in another order, or one that was taken out before. */
function isMove(there: readonly Node[], brought: readonly Node[], taken: ReadonlyMap<unknown, Node>): boolean {
  if (there.length === 0) return brought.every(({ attrs }) => taken.has(attrs.id));
  const ids = brought.map(({ attrs }) => attrs.id as unknown);
  const places = ids.map((id) => there.findIndex(({ attrs }) => attrs.id === id));
  return !places.includes(-1) && places.some((place, at) => at > 0 && place < (places[at - 1] ?? 0));
}

function wholeClauses({ content, openStart, openEnd }: Slice): Node[] {
  return openStart > 0 || openEnd > 0 ? [] : content.content.filter(({ type }) => type.name === "clause");
}
