import type { ShownThread } from "~/editor/comments/shown-thread";
import type { ThreadPlace } from "~/editor/comments/thread-places";

/** Where a thread stands, in words. */
export function standsWhere({ stood, carried, suggestionId }: Pick<ShownThread, "stood" | "carried" | "suggestionId">, place: ThreadPlace): string {
  const clause = stood.clause ? `clause ${stood.clause}` : "this text";
  if (suggestionId) return `On a suggestion in ${clause}${place.kind === "suggestion" && place.at === null ? ", decided since" : ""}`;
  if (place.kind === "removed") return carried ? `Needs a new place. It stood in ${clause}` : `Text removed. It stood in ${clause}`;
  const where = `${place.kind === "clause" ? "On all of " : "In "}${clause}`;
  return carried ? `${where}, from the edition before` : where;
}
