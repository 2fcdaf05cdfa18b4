import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { scenarioForm, scenarioRuling } from "~/domain/training/scenario";
import { insertScenario } from "~/store/scenarios.server";

/** Adds a scenario to the library. */
export const writeScenario = command("scenario.write", {
  input: z.strictObject(scenarioForm),
  load: async (_db, _input, actor) => (actor.kind === "person" ? { thing: { programId: actor.programId }, actor } : null),
  rule: ({ actor }, input, { now }) => {
    const written = scenarioRuling(input);
    return written.ok ? allowed({ ...written.value, programId: actor.programId, writtenById: actor.personId, writtenAt: now }) : written;
  },
  save: async (db, scenario) => {
    const id = await insertScenario(db, scenario);
    return id ? allowed({ scenarioId: id }) : refused("The program has a scenario of this title already.", 409, "title");
  },
  record: ({ title, tags, steps }, { scenarioId }) => ({ subject: "scenario", subjectId: scenarioId, detail: { title, tags, steps } }),
});
