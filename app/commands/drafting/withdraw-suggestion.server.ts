import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { textIsFrozen } from "~/domain/drafting/frozen";
import { goneInWords } from "~/domain/drafting/suggestions";
import { decisionsOn } from "~/store/suggestions.server";
import { heldSuggestions } from "./held-suggestions";
import { loadSuggestions } from "./load-suggestions.server";
import { settleSuggestions } from "./settle-suggestions.server";

const input = z.strictObject({ draftId: z.uuid(), suggestionId: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, "This is no suggestion.") });

/** Takes one's own suggestion back. */
export const withdrawSuggestion = command("draft.suggest", {
  input,
  load: async (db, { draftId, suggestionId }) => {
    const loaded = await loadSuggestions(db, draftId);
    return loaded && { ...loaded, decided: await decisionsOn(db, draftId, [suggestionId]) };
  },
  rule: (loaded, { suggestionId }, { actor, now }) => {
    const { frozen, pending, decided } = loaded;
    if (actor.kind !== "person") return refused("Only a person takes a suggestion back.", 403);
    if (frozen) return refused(textIsFrozen);
    const chosen = pending.find(({ id }) => id === suggestionId);
    if (!chosen) return refused(goneInWords(decided.get(suggestionId), now));
    if (chosen.author !== actor.personId) return refused("Only who made a suggestion takes it back.", 403);
    const { why } = heldSuggestions(loaded, { chosen: [chosen], verdict: "rejected", personId: actor.personId, now });
    return why ? refused(`${why}. Nothing was changed now.`) : allowed({ chosen, by: actor });
  },
  save: async (db, { chosen, by }, { now }, loaded) => allowed({ version: await settleSuggestions(db, loaded, { chosen: [chosen], verdict: "withdrawn", by, now }) }),
  record: ({ chosen }, { version }, { id }) => ({ subject: "draft", subjectId: id, detail: { withdrawn: { id: chosen.id, words: chosen.words }, version } }),
  announce: (_change, _saved, { id }) => [{ kind: "threads.changed", draftId: id }],
});
