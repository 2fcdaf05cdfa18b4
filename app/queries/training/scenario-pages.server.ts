import { can } from "~/domain/access/may";
import { documentThing } from "~/domain/documents/description";
import { clausesOf } from "~/editor/numbering";
import type { DocumentNode } from "~/editor/schema/document-node";
import { query } from "~/queries/query.server";
import { policiesToLink } from "~/store/curricula.server";
import { scenarioById, scenariosOf } from "~/store/scenarios.server";

/** The library of scenarios, by tag and by step of the model. */
export const scenarioList = query("training.read", async (db, filters: { tag: string; step: number | null }, actor) => {
  if (actor.kind !== "person") return null;
  const thing = { programId: actor.programId };
  return { thing, filters, scenarios: await scenariosOf(db, actor.programId, filters), mayWrite: can(actor, "scenario.write", thing) };
});

export type ScenarioPage = Extract<Awaited<ReturnType<typeof scenarioPage>>, { ok: true }>["value"];

/** One scenario with the clauses that it exercises. */
export const scenarioPage = query("training.read", async (db, { scenarioId }: { scenarioId: string }, actor) => {
  const scenario = await scenarioById(db, scenarioId);
  if (!scenario || actor.kind !== "person") return null;
  const thing = { programId: scenario.programId };
  const policies = await policiesToLink(db, actor.programId, actor.organizationId);
  const clauses = new Map(policies.flatMap(({ id, number, content }) => clausesOf(content as DocumentNode).map((clause) => [`${id}/${clause.id}`, `${number}, ${clause.number} ${clause.title}`] as const)));
  const { clauses: linked, program, ...shown } = scenario;
  return {
    thing,
    scenario: shown,
    timeZone: program.timeZone,
    linked: linked
      .filter(({ document }) => can(actor, "document.read", documentThing(document)))
      .map(({ clauseId, document }) => ({ clauseId, documentId: document.id, words: clauses.get(`${document.id}/${clauseId}`) ?? `${document.number}, a clause that is gone` })),
    clauses: [...clauses].map(([value, label]) => ({ value, label })),
    mayChange: can(actor, "scenario.write", thing),
    mayLink: can(actor, "module.link", thing),
  };
});

/** May the form of a new scenario be opened? */
export const scenarioForm = query("scenario.write", async (_db, _input: null, actor) => (actor.kind === "person" ? { thing: { programId: actor.programId } } : null));

/** The text of a scenario for who writes it anew. */
export const scenarioText = query("scenario.write", async (db, { scenarioId }: { scenarioId: string }, actor) => {
  const scenario = await scenarioById(db, scenarioId);
  if (!scenario || actor.kind !== "person") return null;
  const { id, title, scene, roleCard, observerSheet, safety, debrief, tags, steps, videoUrl, videoTitle, writtenAt } = scenario;
  return { thing: { programId: scenario.programId }, scenario: { id, title, scene, roleCard, observerSheet, safety, debrief, tags, steps, videoUrl, videoTitle, writtenAt: writtenAt.toISOString() } };
});
