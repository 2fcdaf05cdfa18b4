import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { scenarioForm, scenarioRuling } from "~/domain/training/scenario";
import { rewriteScenario, scenarioById } from "~/store/scenarios.server";

/** Writes a scenario anew. Who read an older text than the one that stands is told, so that nobody's words are lost. */
export const correctScenario = command("scenario.write", {
  input: z.strictObject({ ...scenarioForm, scenarioId: z.string().max(64), read: z.string().max(40) }),
  load: async (db, { scenarioId }, actor) => {
    const scenario = await scenarioById(db, scenarioId);
    return scenario && actor.kind === "person" ? { thing: { programId: scenario.programId }, actor, scenario } : null;
  },
  rule: ({ actor, scenario }, { scenarioId, read, ...form }, { now }) => {
    if (read !== scenario.writtenAt.toISOString()) return refused("Somebody wrote this scenario anew while you did. Copy what you wrote, open the scenario again, and put it in there.", 409);
    const written = scenarioRuling(form);
    return written.ok ? allowed({ scenarioId, readAt: scenario.writtenAt, text: { ...written.value, writtenById: actor.personId, writtenAt: now } }) : written;
  },
  save: async (db, change) => {
    const outcome = await rewriteScenario(db, change);
    if (outcome === "title") return refused("The program has a scenario of this title already.", 409, "title");
    return outcome ? allowed({ scenarioId: change.scenarioId }) : refused("Somebody wrote this scenario anew while you did. Copy what you wrote, open the scenario again, and put it in there.", 409);
  },
  record: ({ text: { title, tags, steps } }, { scenarioId }, { scenario }) => ({ subject: "scenario", subjectId: scenarioId, detail: { title, titleBefore: scenario.title, tags, steps } }),
});
