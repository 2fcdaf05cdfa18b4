import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { measureLibrary } from "~/domain/evaluation/measure-library";
import { insertMeasures, insertVersions, lockMeasures } from "~/store/measures.server";
import { isPerson } from "~/store/voting.server";

/** Puts the starting library into the program's own; a measure whose word is taken stays as it is. */
export const addLibraryMeasures = command("measure.write", {
  input: z.strictObject({}),
  load: async (db, _input, actor) => {
    if (!isPerson(actor)) return { thing: { programId: null }, programId: "" };
    await lockMeasures(db, actor.programId);
    return { thing: { programId: actor.programId }, programId: actor.programId };
  },
  rule: () => allowed(measureLibrary),
  save: async (db, library, { actor, now }, { programId }) => {
    if (!isPerson(actor)) return refused("Sign in to do this.", 401);
    const ids = await insertMeasures(db, programId, library.map(({ key }) => key));
    const added = library.flatMap(({ key, ...definition }) => {
      const measureId = ids.get(key);
      return measureId ? [{ ...definition, ownerId: "", measureId, number: 1, writtenById: actor.personId, writtenAt: now }] : [];
    });
    await insertVersions(db, added);
    return added.length > 0 ? allowed({ added: added.length, keys: [...ids.keys()] }) : refused("All of the starting library is here already.");
  },
  record: (_library, { keys }, { programId }) => ({ subject: "measure", subjectId: programId, detail: { library: keys } }),
});
