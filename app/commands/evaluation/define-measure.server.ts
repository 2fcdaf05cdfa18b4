import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused, type Ruling } from "~/domain/access/ruling";
import { definitionFault, measureDefinition, measureKey, type MeasureDefinition } from "~/domain/evaluation/measure";
import { organizationsOf } from "~/store/documents.server";
import { insertMeasures, insertVersions, lockMeasures } from "~/store/measures.server";
import { isPerson } from "~/store/voting.server";

/** Puts a measure into the library, as its version 1. */
export const defineMeasure = command("measure.write", {
  input: z.strictObject({ key: measureKey, ...measureDefinition }),
  load: async (db, _input, actor) => {
    if (!isPerson(actor)) return { thing: { programId: null }, programId: "", organizations: [] };
    const { programId } = actor;
    await lockMeasures(db, programId);
    return { thing: { programId }, programId, organizations: await organizationsOf(db, programId) };
  },
  rule: ({ organizations }, definition) => definitionRuling(definition, organizations),
  save: async (db, { key, ...definition }, { actor, now }, { programId }) => {
    if (!isPerson(actor)) return refused("Sign in to do this.", 401);
    const measureId = (await insertMeasures(db, programId, [key])).get(key);
    if (!measureId) return refused(`The word ${key} is taken by another measure. Choose another one.`, 422, "key");
    await insertVersions(db, [{ ...definition, measureId, number: 1, writtenById: actor.personId, writtenAt: now }]);
    return allowed({ measureId });
  },
  record: ({ key, name }, { measureId }) => ({ subject: "measure", subjectId: measureId, detail: { key, name, version: 1 } }),
});

/** Whether a definition makes a figure, and its owner is of the program. */
export function definitionRuling<Definition extends MeasureDefinition>(definition: Definition, organizations: readonly { id: string }[]): Ruling<Definition> {
  const fault = definitionFault(definition);
  if (fault) return refused(fault.reason, 422, fault.field);
  if (definition.ownerId !== "" && !organizations.some(({ id }) => id === definition.ownerId)) return refused("Choose an organization of this program.", 422, "ownerId");
  return allowed(definition);
}
