import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused, type Ruling } from "~/domain/access/ruling";
import { textIsFrozen } from "~/domain/drafting/frozen";
import { countInWords, goneInWords } from "~/domain/drafting/suggestions";
import type { PendingSuggestion } from "~/editor/suggestions/pending";
import { decisionsOn } from "~/store/suggestions.server";
import { heldSuggestions } from "./held-suggestions";
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

/** Accepts or rejects suggestions: all that are named, or none when one of them is gone or in a clause that somebody else has locked. "All" decides those that are free and says which were left. */
export const decideSuggestions = command("suggestion.decide", {
  input,
  load: async (db, { draftId, ids = [] }) => {
    const loaded = await loadSuggestions(db, draftId);
    return loaded && { ...loaded, decided: await decisionsOn(db, draftId, ids) };
  },
  rule: (loaded, asked, { actor, now }) => {
    const { frozen, pending, decided } = loaded;
    if (actor.kind !== "person") return refused("Only a person decides about suggestions.", 403);
    if (frozen) return refused(textIsFrozen);
    const gone = (asked.ids ?? []).find((id) => pending.every((each) => each.id !== id));
    if (gone) return refused(goneInWords(decided.get(gone), now));
    const chosen = chosenBy(asked, pending);
    if (!chosen.ok) return chosen;
    const { free, held, why } = heldSuggestions(loaded, { chosen: chosen.value, verdict: asked.verdict, personId: actor.personId, now });
    if (why && (asked.ids?.length || free.length === 0)) return refused(`${why}. Nothing was changed now.`);
    return allowed({ chosen: free, held, why, verdict: asked.verdict, by: actor });
  },
  save: async (db, change, { now }, loaded) => {
    const version = await settleSuggestions(db, loaded, { ...change, now });
    return allowed({ count: change.chosen.length, verdict: change.verdict, version, left: leftInWords(change.held, change.why) });
  },
  record: ({ chosen, verdict }, { version }, { id }) => ({
    subject: "draft",
    subjectId: id,
    detail: { verdict, version, suggestions: chosen.map(({ id: suggestion, author, words }) => ({ id: suggestion, author, words })) },
  }),
  announce: (_change, _saved, { id }) => [{ kind: "threads.changed", draftId: id }],
});

/** What was left for its holder, or null. */
function leftInWords(held: readonly PendingSuggestion[], why: string | null): string | null {
  if (held.length === 0) return null;
  const named = held.slice(0, 3).map(({ words }) => words).join("; ");
  const more = held.length > 3 ? `; and ${held.length - 3} more` : "";
  return `${countInWords(held.length)} ${held.length === 1 ? "was" : "were"} left: ${named}${more}. ${why}.`;
}

function chosenBy({ ids, authorId, all }: Asked, pending: readonly PendingSuggestion[]): Ruling<readonly PendingSuggestion[]> {
  if ([ids?.length ? ids : undefined, authorId, all].filter((way) => way !== undefined).length !== 1) return refused("Say which suggestions you mean: one, all by one person, or all.", 422);
  const chosen = pending.filter(({ id, author }) => all !== undefined || author === authorId || ids?.includes(id));
  return chosen.length > 0 ? allowed(chosen) : refused("There is nothing left to decide: others have accepted or rejected these suggestions already.");
}
