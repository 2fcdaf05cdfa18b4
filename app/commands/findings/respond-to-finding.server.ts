import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { stances } from "~/domain/evaluation/finding";
import { saveResponse } from "~/store/findings.server";
import { isPerson } from "~/store/voting.server";
import { loadFinding } from "./load-finding.server";

/** An agency's answer as a whole. It is printed beside the finding; it holds nothing up. */
export const respondToFinding = command("finding.respond", {
  input: z.strictObject({
    findingId: z.string(),
    stance: z.enum(stances, { error: "Choose whether your agency agrees." }),
    response: z.string().trim().max(5_000, "Keep it below 5,000 characters.").default(""),
  }),
  load: async (db, { findingId }, actor) => loadFinding(db, findingId, actor),
  rule: ({ finding }, { stance, response }) => {
    if (finding.state !== "dialogue" && finding.state !== "ready") return refused("An agency answers before the finding comes out.");
    if (stance !== "agrees" && response === "") return refused("Please say why: your words are printed beside the finding.", 422, "response");
    return allowed({ stance, response });
  },
  save: async (db, change, { actor, now }, { finding }) => {
    if (!isPerson(actor)) return refused("Sign in to do this.", 401);
    await saveResponse(db, finding.id, actor.organizationId, { ...change, respondedById: actor.personId, respondedAt: now });
    return allowed({ findingId: finding.id });
  },
  record: ({ stance }, { findingId }) => ({ subject: "finding", subjectId: findingId, detail: { stance } }),
});
