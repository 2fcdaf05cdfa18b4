import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused, type Ruling } from "~/domain/access/ruling";
import { goneInWords } from "~/domain/drafting/suggestions";
import type { PendingSuggestion } from "~/editor/suggestions/pending";
import { decisionsOn } from "~/store/suggestions.server";
import { loadSuggestions } from "./load-suggestions.server";
import { settleSuggestions } from "./settle-suggestions.server";

const suggestionId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, "This is no suggestion.");

const input = z.strictObject({
  draftId: z.uuid(),
  /** Which: some by their ids, all of one author, or all. */
  ids: z.array(suggestionId).max(5_000).optional(),
  authorId: z.string().min(1).max(120).optional(),
  all: z.literal("yes").optional(),
  verdict: z.enum(["accepted", "rejected"], { error: "Accept or reject it." }),
});
type Asked = z.infer<typeof input>;

/** Accepts or rejects suggestions: all that are named, or none when one of them is gone. */
export const decideSuggestions = command("suggestion.decide", {
  input,
  load: async (db, { draftId, ids = [] }) => {
    const loaded = await loadSuggestions(db, draftId);
    return loaded && { ...loaded, decided: await decisionsOn(db, draftId, ids) };
  },
  rule: ({ frozen, pending, decided }, asked, { actor, now }) => {
    if (actor.kind !== "person") return refused("Only a person decides about suggestions.", 403);
    if (frozen) return refused("The text is frozen: a vote or a decision on it is open.");
    const gone = (asked.ids ?? []).find((id) => pending.every((each) => each.id !== id));
    if (gone) return refused(goneInWords(decided.get(gone), now));
    const chosen = chosenBy(asked, pending);
    return chosen.ok ? allowed({ chosen: chosen.value, verdict: asked.verdict, by: actor }) : chosen;
  },
  save: async (db, change, { now }, loaded) => {
    const version = await settleSuggestions(db, loaded, { ...change, now });
    return allowed({ count: change.chosen.length, verdict: change.verdict, version });
  },
  record: ({ chosen, verdict }, { version }, { id }) => ({
    subject: "draft",
    subjectId: id,
    detail: { verdict, version, suggestions: chosen.map(({ id: suggestion, author, words }) => ({ id: suggestion, author, words })) },
  }),
});

function chosenBy({ ids, authorId, all }: Asked, pending: readonly PendingSuggestion[]): Ruling<readonly PendingSuggestion[]> {
  if ([ids?.length ? ids : undefined, authorId, all].filter((way) => way !== undefined).length !== 1) return refused("Say which suggestions you mean: one, all by one person, or all.", 422);
  const chosen = pending.filter(({ id, author }) => all !== undefined || author === authorId || ids?.includes(id));
  return chosen.length > 0 ? allowed(chosen) : refused("There is nothing left to decide: others have accepted or rejected these suggestions already.");
}
