import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { endAction } from "~/store/findings.server";
import { loadFinding } from "./load-finding.server";

/** Says that a step is done. */
export const finishAction = command("finding.write", {
  input: z.strictObject({ findingId: z.string(), actionId: z.string() }),
  load: async (db, { findingId }, actor) => loadFinding(db, findingId, actor),
  rule: ({ finding }, { actionId }) => {
    const action = finding.actions.find(({ id }) => id === actionId);
    if (!action) return refused("There is no such step on this finding.", 422);
    return action.doneAt ? refused("This step is done already.") : allowed(actionId);
  },
  save: async (db, actionId, { now }, { finding }) => ((await endAction(db, actionId, now)) ? allowed({ findingId: finding.id, actionId }) : refused("This step is done already.")),
  record: (_id, { findingId, actionId }) => ({ subject: "finding", subjectId: findingId, detail: { actionId, done: true } }),
});
