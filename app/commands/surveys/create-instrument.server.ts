import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { surveyTitle } from "~/domain/evaluation/survey";
import { insertInstrument } from "~/store/surveys.server";
import { isPerson } from "~/store/voting.server";

/** Begins a questionnaire, without items yet. */
export const createInstrument = command("survey.write", {
  input: z.strictObject({ title: surveyTitle, purpose: z.string().trim().max(1_000, "Use at most 1,000 characters.").default("") }),
  load: async (_db, _input, actor) => ({ thing: { programId: isPerson(actor) ? actor.programId : null } }),
  rule: (_loaded, input) => allowed(input),
  save: async (db, instrument, { actor }) => {
    if (!isPerson(actor)) return refused("Sign in to do this.", 401);
    return allowed({ instrumentId: await insertInstrument(db, { ...instrument, programId: actor.programId, createdById: actor.personId }) });
  },
  record: ({ title }, { instrumentId }) => ({ subject: "survey", subjectId: instrumentId, detail: { title } }),
});
