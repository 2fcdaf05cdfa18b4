import { z } from "zod";
import { command } from "~/commands/command.server";
import { replaceText } from "~/commands/drafting/replace-text.server";
import { allowed, refused } from "~/domain/access/ruling";
import { movePlan } from "~/domain/evaluation/plan-stages";
import { keepVersion } from "~/store/draft-versions.server";
import { draftPlace, lockDraft, setFrozen } from "~/store/drafting.server";
import { dropAmendmentParts, frozenVersion } from "~/store/plans.server";
import { isPerson } from "~/store/voting.server";
import { loadPlan } from "./load-plan.server";

/** Gives up an amendment that is being written: text and parts are again those of the frozen version. What was written is kept as a version of the text. */
export const dropAmendment = command("plan.submit", {
  input: z.strictObject({ planId: z.string() }),
  load: async (db, { planId }) => {
    const loaded = await loadPlan(db, planId);
    const draftId = loaded?.plan.document.drafts[0]?.id;
    if (!loaded || !draftId) return null;
    await lockDraft(db, draftId);
    return { ...loaded, draftId, draft: await draftPlace(db, draftId), frozen: await frozenVersion(db, planId) };
  },
  rule: ({ plan, draft, frozen }) => {
    const moved = movePlan(plan.state, "drop");
    if (!moved.ok) return moved;
    return frozen && draft ? allowed({ to: moved.value, frozen, version: draft.version }) : refused("This plan was never frozen, so there is nothing to go back to.");
  },
  save: async (db, { to, frozen, version }, { actor, now }, { plan, draftId }) => {
    if (!isPerson(actor)) return refused("Sign in to do this.", 401);
    if (!(await dropAmendmentParts(db, plan.id, { parts: frozen.parts, partsVersion: plan.partsVersion, to }))) return refused("Someone was first: this plan is no longer as you read it.");
    await keepVersion(db, { draftId, version, name: null, note: "Before the amendment was dropped", createdById: actor.personId, at: now });
    await replaceText(db, { draftId, content: frozen.content, authorId: actor.personId });
    await setFrozen(db, draftId, true);
    return allowed({ planId: plan.id });
  },
  record: ({ frozen }, { planId }, { plan }) => ({ subject: "plan", subjectId: planId, detail: { dropped: plan.amendment, holds: frozen.version } }),
  announce: (_ruled, _result, { draftId }) => [{ kind: "draft.frozen", draftId, reason: "The amendment was dropped; the frozen plan can only be read." }],
});
