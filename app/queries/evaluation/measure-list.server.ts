import { can } from "~/domain/access/may";
import { measureLibrary } from "~/domain/evaluation/measure-library";
import { query } from "~/queries/query.server";
import { measuresOf } from "~/store/measures.server";

/** The library of measures, and whether the starting library is in it. */
export const measureList = query("evaluation.read", async (db, _input: null, actor) => {
  if (actor.kind !== "person") return { thing: { programId: null }, measures: [], mayWrite: false, notAdded: 0 };
  const thing = { programId: actor.programId };
  const measures = await measuresOf(db, actor.programId);
  const keys = new Set(measures.map(({ key }) => key));
  return { thing, measures, mayWrite: can(actor, "measure.write", thing), notAdded: measureLibrary.filter(({ key }) => !keys.has(key)).length };
});
