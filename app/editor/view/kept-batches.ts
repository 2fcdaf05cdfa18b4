import type { Node } from "@tiptap/pm/model";
import type { Standing } from "~/editor/collaboration";
import type { Kept } from "./journal";

/** Whether the server takes these at once. */
export function fitsOneFrame(batches: Kept["batches"]): boolean {
  return batches.length <= 200 && JSON.stringify(batches).length < 1_000_000;
}

/** Whether the server would never take what an earlier page kept. */
export function goesNowhere({ schema: builtFor, batches }: Kept, schema: string): boolean {
  return builtFor !== schema || !fitsOneFrame(batches);
}

export function asSent({ batchId, steps }: { batchId: string; steps: readonly unknown[] }) {
  return { batchId, steps: steps as { stepType: string }[] };
}

/**
 * What of all that earlier pages kept goes on in this one, where it can be seen and undone: what was written on the text that this
 * page was opened with, or on the text that was kept with it, if there is no connection or it is too much for one frame.
 */
export function toGoOnWith(left: readonly Kept[], { version }: Pick<Standing, "version">, schema: string, away: boolean): Kept | null {
  const usable = left.filter(({ schema: builtFor, version: at, base, batches }) => builtFor === schema && (at === version || (base !== null && ((away && at > version) || !fitsOneFrame(batches)))));
  const [best] = usable.sort((some, other) => Number(other.batches.length > 0) - Number(some.batches.length > 0) || other.version - some.version);
  return best && (best.batches.length > 0 || best.version !== version) ? best : null;
}

const known = new WeakMap<Node, object>();

/** A text as it is kept, written out once. */
export function jsonOf(doc: Node): object {
  let json = known.get(doc);
  if (!json) known.set(doc, (json = doc.toJSON() as object));
  return json;
}
