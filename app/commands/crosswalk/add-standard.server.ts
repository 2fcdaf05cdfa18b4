import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { coreElements } from "~/domain/crosswalk/core-elements";
import { standardForm } from "~/domain/crosswalk/standard";
import { insertRequirements, insertStandard } from "~/store/crosswalk.server";
import { isPerson } from "~/store/voting.server";

/** Adds a standard that the program answers to; its requirements follow. */
export const addStandard = command("standard.write", {
  input: z.strictObject(standardForm),
  load: async (_db, _input, actor) => (actor.kind === "person" ? { thing: { programId: actor.programId }, programId: actor.programId } : null),
  rule: (_loaded, standard) => allowed(standard),
  save: async (db, standard, { actor, now }, { programId }) => {
    if (!isPerson(actor)) return refused("Sign in to do this.", 401);
    const standardId = await insertStandard(db, { ...standard, programId, addedById: actor.personId, addedAt: now });
    return standardId ? allowed({ standardId }) : refused("The program has a standard of this name already.", 409, "name");
  },
  record: (standard, { standardId }) => ({ subject: "standard", subjectId: standardId, detail: standard }),
});

/** Puts the names of the ten core elements of CIT among the standards of a program. */
export const addCoreElements = command("standard.write", {
  input: z.strictObject({}),
  load: async (_db, _input, actor) => (actor.kind === "person" ? { thing: { programId: actor.programId }, programId: actor.programId } : null),
  rule: () => allowed(coreElements),
  save: async (db, { requirements, ...standard }, { actor, now }, { programId }) => {
    if (!isPerson(actor)) return refused("Sign in to do this.", 401);
    const standardId = await insertStandard(db, { ...standard, programId, addedById: actor.personId, addedAt: now });
    if (!standardId) return refused("The ten core elements are among your standards already.");
    await insertRequirements(db, standardId, requirements, { from: 1, at: now });
    return allowed({ standardId });
  },
  record: ({ name, requirements }, { standardId }) => ({ subject: "standard", subjectId: standardId, detail: { name, requirements: requirements.length } }),
});
