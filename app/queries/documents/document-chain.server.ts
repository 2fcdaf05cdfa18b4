import { can, type Actor } from "~/domain/access/may";
import { documentThing } from "~/domain/documents/description";
import { chainReach, gapsIn, laysDuty } from "~/domain/training/gaps";
import { modulesIn } from "~/editor/curriculum-text";
import { clausesOf } from "~/editor/numbering";
import type { DocumentNode } from "~/editor/schema/document-node";
import { workingText } from "~/editor/working-text";
import { query } from "~/queries/query.server";
import { chainRow, curriculaForGaps, curriculaTexts, draftsOf, measuresWithoutPlan } from "~/store/clause-threads.server";
import type { Database } from "~/store/database.server";
import { publishedOf } from "./clause-thread.server";

export type DocumentChain = Extract<Awaited<ReturnType<typeof documentChain>>, { ok: true }>["value"];

/** The whole chain of a policy, clause by clause: what teaches, practises and measures it, and where nothing does. */
export const documentChain = query("document.read", async (db, { documentId }: { documentId: string }, actor) => {
  const row = await chainRow(db, documentId);
  if (!row) return null;
  const thing = documentThing(row);
  // The text is read after the right to it is known.
  const content = can(actor, "document.read", thing) ? await newestText(db, row) : null;
  const training = can(actor, "training.read", { programId: row.programId });
  const evaluation = can(actor, "evaluation.read", { programId: row.programId });
  const modules = await modulesStanding(db, row.taughtBy.filter(({ curriculum }) => training && can(actor, "document.read", documentThing(curriculum.document))));
  const scenarios = training ? row.practisedIn : [];
  const measures = evaluation ? row.measures : [];
  const clauses = (content ? clausesOf(content) : []).map(({ id, number, title, text }) => {
    const scenariosHere = scenarios.filter(({ clauseId }) => clauseId === id).map(({ scenario }) => scenario);
    const measuresHere = measures.filter(({ clauseId }) => clauseId === id).map(({ measure }) => ({ id: measure.id, name: measure.versions[0]?.name ?? measure.key, findings: publishedOf(measure.findings) }));
    const findings = [...new Map(measuresHere.flatMap((measure) => measure.findings.map(({ number, question }) => [number, { number, question }] as const))).values()];
    const taughtIn = [...new Map(modules.filter(({ clauseId }) => clauseId === id).map(({ moduleId, curriculumId, words }) => [`${curriculumId} ${moduleId}`, { curriculumId, moduleId, words }])).values()];
    return { id, number, title, text, duty: laysDuty(text), taughtBy: taughtIn.length, practisedIn: scenariosHere.length, measuredBy: measuresHere.length, foundIn: findings.length, taughtIn, scenarios: scenariosHere, measures: measuresHere.map(({ id: measureId, name }) => ({ id: measureId, name })), findings };
  });
  const gaps = gapsIn(clauses);
  const named = ({ id, number, title }: (typeof clauses)[number]) => ({ id, number, title });
  return {
    thing,
    document: { id: row.id, number: row.number, title: row.title, edition: row.editions[0]?.number ?? null },
    reach: chainReach(clauses),
    clauses: clauses.map(({ text: _text, ...clause }) => clause),
    untaught: gaps.untaught.map(named),
    unmeasured: gaps.unmeasured.map(named),
    idleModules: training ? await idleModules(db, row.programId, actor) : [],
    idleMeasures: evaluation ? (await measuresWithoutPlan(db, row.programId)).map(({ id, key, versions }) => ({ id, name: versions[0]?.name ?? key })) : [],
  };
});

/** The links whose module still stands in the newest text of its curriculum, with the number and title that it has there. A module that was voted out teaches nothing. */
async function modulesStanding(db: Database, links: NonNullable<Awaited<ReturnType<typeof chainRow>>>["taughtBy"]) {
  const texts = await curriculaTexts(db, [...new Set(links.map(({ curriculum }) => curriculum.document.id))]);
  const drafts = await draftsOf(db, texts.flatMap(({ editions, drafts: [draft] }) => (editions.length === 0 && draft ? [draft.id] : [])));
  const standing = new Map(
    texts.flatMap(({ id, editions: [edition], drafts: [draft] }) => {
      const logged = draft && drafts.get(draft.id);
      const content = edition ? (edition.frozenText.content as DocumentNode) : logged ? workingText(logged).content : null;
      return content ? modulesIn(content).modules.map((module) => [`${id} ${module.id}`, module] as const) : [];
    }),
  );
  return links.flatMap(({ clauseId, moduleId, curriculum: { document } }) => {
    const module = standing.get(`${document.id} ${moduleId}`);
    return module ? [{ clauseId, moduleId, curriculumId: document.id, words: `${document.number}, ${module.number} ${module.title}` }] : [];
  });
}

async function newestText(db: Database, { editions, drafts }: NonNullable<Awaited<ReturnType<typeof chainRow>>>): Promise<DocumentNode | null> {
  if (editions[0]) return editions[0].frozenText.content as DocumentNode;
  const draftId = drafts[0]?.id;
  const logged = draftId ? (await draftsOf(db, [draftId])).get(draftId) : undefined;
  return logged ? workingText(logged).content : null;
}

/** The modules in force that teach no clause of any policy, in curricula that this person may read. */
async function idleModules(db: Database, programId: string, actor: Actor) {
  const curricula = await curriculaForGaps(db, programId);
  return curricula
    .filter(({ document }) => can(actor, "document.read", documentThing(document)))
    .flatMap(({ document, modules }) => {
      const linked = new Set(modules.map(({ moduleId }) => moduleId));
      const content = document.editions[0]?.frozenText.content as DocumentNode | undefined;
      return (content ? modulesIn(content).modules : []).filter(({ id }) => !linked.has(id)).map(({ id, number, title }) => ({ id, title: `${number} ${title}`.trim(), curriculumId: document.id, curriculum: document.number }));
    });
}
