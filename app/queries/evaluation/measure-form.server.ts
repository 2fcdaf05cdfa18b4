import { clausesToCite } from "~/queries/documents/clauses-to-cite.server";
import { query } from "~/queries/query.server";
import { organizationsOf } from "~/store/documents.server";
import { definitionOf, measureFacts } from "~/store/measures.server";

/** What the form of a new measure offers. */
export const newMeasure = query("measure.write", async (db, _input: null, actor) => {
  if (actor.kind !== "person") return { thing: { programId: null }, organizations: [] };
  return { thing: { programId: actor.programId }, organizations: await organizationsOf(db, actor.programId) };
});

/** The form of the next version begins with the one that stands. */
export const measureForm = query("measure.write", async (db, { measureId }: { measureId: string }) => {
  const measure = await measureFacts(db, measureId);
  if (!measure) return null;
  const { id, programId, key, now } = measure;
  return { thing: { programId }, measure: { id, key, number: now.number, name: now.name }, definition: definitionOf(now), organizations: await organizationsOf(db, programId) };
});

/** The documents a measure can be linked to, and the clauses of the one that was chosen. */
export const clauseForm = query("measure.write", async (db, { measureId, documentId }: { measureId: string; documentId: string }, actor) => {
  const measure = await measureFacts(db, measureId);
  if (!measure || actor.kind !== "person") return null;
  const { programId } = measure;
  return { thing: { programId }, measure: { id: measure.id, name: measure.now.name }, choice: await clausesToCite(db, { programId, organizationId: actor.organizationId }, documentId) };
});
