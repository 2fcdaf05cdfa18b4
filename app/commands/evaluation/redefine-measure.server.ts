import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { measureDefinition, sameDefinition } from "~/domain/evaluation/measure";
import { organizationsOf } from "~/store/documents.server";
import { definitionOf, insertVersions, lockMeasures, measureFacts } from "~/store/measures.server";
import { isPerson } from "~/store/voting.server";
import { definitionRuling } from "./define-measure.server";

/** Writes the next version of a measure. The one before stays for what was counted and frozen under it. */
export const redefineMeasure = command("measure.write", {
  input: z.strictObject({ measureId: z.string(), ...measureDefinition }),
  load: async (db, { measureId }) => {
    const found = await measureFacts(db, measureId);
    if (!found) return null;
    await lockMeasures(db, found.programId);
    const measure = (await measureFacts(db, measureId)) ?? found;
    return { thing: { programId: measure.programId }, measure, organizations: await organizationsOf(db, measure.programId) };
  },
  rule: ({ measure, organizations }, { measureId, ...definition }) => {
    if (sameDefinition(definitionOf(measure.now), definition)) return refused("Nothing is different from the version that stands.", 422);
    const ruling = definitionRuling(definition, organizations);
    return ruling.ok ? allowed({ definition, measureId, number: measure.now.number + 1 }) : ruling;
  },
  save: async (db, { definition, measureId, number }, { actor, now }) => {
    if (!isPerson(actor)) return refused("Sign in to do this.", 401);
    await insertVersions(db, [{ ...definition, measureId, number, writtenById: actor.personId, writtenAt: now }]);
    return allowed({ measureId, number });
  },
  record: ({ definition }, { measureId, number }, { measure }) => ({ subject: "measure", subjectId: measureId, detail: { key: measure.key, name: definition.name, version: number } }),
});
