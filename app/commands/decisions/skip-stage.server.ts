import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { skipRuling } from "~/domain/decisions/sign-off";
import { beginNext, decisionOfStage, moveStage } from "~/store/stages.server";
import { isPerson } from "~/store/voting.server";
import { loadStage } from "./load-stage.server";
import { tellHeadsWhenDone } from "./tell-of-stage.server";

/** The head skips a stage, with a reason that stays on record. */
export const skipStage = command("stage.skip", {
  input: z.strictObject({ stageId: z.string().min(1), reason: z.string().trim().max(4_000, "Keep the reason below 4,000 characters.").default("") }),
  load: async (db, { stageId }, actor) => {
    const loaded = await loadStage(db, await decisionOfStage(db, stageId), stageId, actor);
    return loaded && { ...loaded, thing: loaded.deciding };
  },
  rule: ({ stage, decision }, { reason }) => skipRuling({ decision: decision.outcome, state: stage.state }, reason),
  save: async (db, { reason }, { actor, now }, { stage, decision }) => {
    if (!isPerson(actor)) return refused("Only a person skips a stage.", 403);
    if (!(await moveStage(db, stage, { state: "skipped", doneAt: now, skippedById: actor.personId, skippedReason: reason }))) return refused("Someone was first: this stage changed a moment ago.");
    await beginNext(db, decision.id, now);
    await tellHeadsWhenDone(db, decision, stage.id);
    return allowed({ decisionId: decision.id });
  },
  record: ({ reason }, _result, { stage, decision }) => ({ subject: "stage", subjectId: stage.id, detail: { stage: stage.name, agency: decision.organization.name, decisionId: decision.id, reason } }),
});
