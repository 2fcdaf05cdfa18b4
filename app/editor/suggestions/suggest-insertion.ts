import { Fragment, type ResolvedPos, type Slice } from "@tiptap/pm/model";
import type { Transaction } from "@tiptap/pm/state";
import { ReplaceStep } from "@tiptap/pm/transform";
import { writeStamp, type Stamp } from "../schema/stamp";
import { asAdded, sliceAsAdded } from "./as-added";
import { suggestDeletion } from "./suggest-deletion";

/** Puts letters or paragraphs in as suggested; throws a RangeError where they cannot stand. */
export function suggestInsertion(made: Transaction, place: number, slice: Slice, stamp: Stamp): void {
  if (slice.openStart !== slice.openEnd) throw new RangeError("This does not stand in one place");
  const $place = made.doc.resolve(place);
  if (slice.openStart > 0 && $place.parent.type.name === "clauseTitle") return splitTitle(made, $place, slice, stamp);
  const { endInserted, endDeleted } = $place.parent.attrs as { endInserted: unknown; endDeleted: unknown };
  made.step(new ReplaceStep(place, place, sliceAsAdded(slice, stamp, slice.openEnd > 0 ? { endInserted, endDeleted } : null)));
  if (slice.openStart === 0 || $place.parent.type.name !== "paragraph") return;
  made.setNodeAttribute($place.before(), "endInserted", writeStamp(stamp));
  if (endDeleted) made.setNodeAttribute($place.before(), "endDeleted", null);
}

/** A title has no end that could be suggested: its tail goes, and comes as a new paragraph. */
function splitTitle(made: Transaction, $place: ResolvedPos, slice: Slice, stamp: Stamp): void {
  const paragraph = made.doc.type.schema.nodes.paragraph;
  const last = slice.content.lastChild;
  if (!paragraph || !last || slice.openStart !== 1 || last.type !== paragraph) throw new RangeError("A title cannot be split like this");
  const tail = $place.parent.content.cut($place.parentOffset);
  const first = slice.content.firstChild?.content ?? Fragment.empty;
  const between = slice.content.content.slice(1, -1);
  const blocks = Fragment.from([...between, paragraph.create(null, last.content.append(tail))]);
  made.insert($place.after(), asAdded(blocks, stamp));
  suggestDeletion(made, $place.pos, $place.end(), stamp);
  if (first.size > 0) made.insert($place.pos, asAdded(first, stamp));
}
