import { z } from "zod";
import { command } from "~/commands/command.server";
import { typoRuling } from "~/domain/decisions/typo";
import { allowed, refused } from "~/domain/access/ruling";
import { answerTypo } from "~/store/agency-texts.server";
import { thingOfDecision } from "~/store/decisions.server";
import { tell } from "~/store/notices.server";
import { isPerson } from "~/store/voting.server";
import { loadDecision } from "./load-decision.server";

/** Somebody of another group says whether a change is a typo only. If it is, the sign-offs stand; if not, the text stays as it was. */
export const confirmTypo = command("typo.confirm", {
  input: z.strictObject({ decisionId: z.string().min(1), verdict: z.enum(["yes", "no"], { error: "Choose whether it is a typo only." }) }),
  load: async (db, { decisionId }, actor) => {
    const loaded = await loadDecision(db, decisionId, actor);
    return loaded && { ...loaded, thing: thingOfDecision(loaded.decision, actor) };
  },
  rule: ({ decision, awaiting }, { verdict }, { actor }) => {
    const text = decision.texts.find(({ id }) => id === awaiting?.id);
    return typoRuling(text ? { madeById: text.madeById, groupId: text.madeBy.organization.groupId } : null, actor, { textId: text?.id ?? "", hash: text?.frozenText.hash ?? "", confirmed: verdict === "yes" });
  },
  save: async (db, { textId, confirmed }, { actor, now }, { decision }) => {
    if (!isPerson(actor)) return refused("Only a person confirms.", 403);
    if (!(await answerTypo(db, { decisionId: decision.id, textId, confirmed, by: actor.personId, at: now }))) return refused("Someone was first: this change was answered a moment ago.");
    const madeById = decision.texts.find(({ id }) => id === textId)?.madeById ?? "";
    const body = confirmed ? `${actor.name} confirmed that your change is a typo only. The sign-offs stand.` : `${actor.name} does not see your change as a typo only. Save it as a change, so that it is signed off again.`;
    await tell(db, { programId: decision.programId, personIds: [madeById], body, path: `/decisions/${decision.id}`, cause: `typo.confirm:${textId}` });
    return allowed({ decisionId: decision.id });
  },
  record: ({ hash, confirmed }, { decisionId }) => ({ subject: "decision", subjectId: decisionId, detail: { hash, confirmed } }),
});
