import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { scenarioForm, videoRuling } from "~/domain/training/scenario";
import { insertScenario, type NewScenario } from "~/store/scenarios.server";

/** Adds a scenario to the library. */
export const writeScenario = command("scenario.write", {
  input: z.strictObject(scenarioForm),
  load: async (_db, _input, actor) => (actor.kind === "person" ? { thing: { programId: actor.programId }, actor } : null),
  rule: ({ actor }, { acted, videoUrl, videoTitle, ...scenario }, { now }) => {
    const video = videoRuling({ videoUrl, videoTitle, acted });
    if (!video.ok) return video;
    const written: NewScenario = { ...scenario, steps: [...new Set(scenario.steps)].sort(), videoUrl: video.value?.url ?? "", videoTitle: video.value?.title ?? "", programId: actor.programId, writtenById: actor.personId, writtenAt: now };
    return allowed(written);
  },
  save: async (db, scenario) => {
    const id = await insertScenario(db, scenario);
    return id ? allowed({ scenarioId: id }) : refused("The program has a scenario of this title already.", 409, "title");
  },
  record: ({ title, tags, steps }, { scenarioId }) => ({ subject: "scenario", subjectId: scenarioId, detail: { title, tags, steps } }),
});
