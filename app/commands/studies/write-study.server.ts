import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { studyFields } from "~/domain/evaluation/study";
import { insertStudies, saveStudy, studyById } from "~/store/studies.server";
import { isPerson } from "~/store/voting.server";

/** Lists a study of the field, or changes what is said of one. */
export const writeStudy = command("study.write", {
  input: z.strictObject({ studyId: z.string().optional(), ...studyFields }),
  load: async (db, { studyId }, actor) => {
    if (!isPerson(actor)) return { thing: { programId: null }, programId: "" };
    if (studyId === undefined) return { thing: { programId: actor.programId }, programId: actor.programId };
    const study = await studyById(db, studyId);
    return study && { thing: { programId: study.programId }, programId: study.programId };
  },
  rule: (_loaded, input) => allowed(input),
  save: async (db, { studyId, ...study }, { actor, now }, { programId }) => {
    if (!isPerson(actor)) return refused("Sign in to do this.", 401);
    const by = { writtenById: actor.personId, writtenAt: now };
    if (studyId !== undefined) {
      await saveStudy(db, studyId, { ...study, ...by });
      return allowed({ studyId });
    }
    const [row] = await insertStudies(db, programId, [study], by);
    return row ? allowed({ studyId: row.id }) : refused("A study with this name is listed already.", 422, "title");
  },
  record: ({ title }, { studyId }) => ({ subject: "study", subjectId: studyId, detail: { title } }),
});
