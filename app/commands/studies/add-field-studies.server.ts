import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { fieldStudies } from "~/domain/evaluation/study-list";
import { insertStudies } from "~/store/studies.server";
import { isPerson } from "~/store/voting.server";

/** Puts the studies of the field that are known with their source into the program's library; those that are there already stay as they are. */
export const addFieldStudies = command("study.write", {
  input: z.strictObject({}),
  load: async (_db, _input, actor) => ({ thing: { programId: isPerson(actor) ? actor.programId : null }, programId: isPerson(actor) ? actor.programId : "" }),
  rule: () => allowed(fieldStudies),
  save: async (db, studies, { actor, now }, { programId }) => {
    if (!isPerson(actor)) return refused("Sign in to do this.", 401);
    const added = await insertStudies(db, programId, studies, { writtenById: actor.personId, writtenAt: now });
    return added.length > 0 ? allowed({ added: added.length }) : refused("All of these studies are listed already.");
  },
  record: (_studies, { added }, { programId }) => ({ subject: "study", subjectId: programId, detail: { added } }),
});
