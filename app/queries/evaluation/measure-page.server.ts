import { can } from "~/domain/access/may";
import { documentThing } from "~/domain/documents/description";
import { clausesOf } from "~/editor/numbering";
import type { DocumentNode } from "~/editor/schema/document-node";
import { query } from "~/queries/query.server";
import { measureFigures } from "./measure-figures.server";
import { measureOnPage, newestTexts } from "~/store/measures.server";

/** One measure: its definition now and before, the clauses it is linked to, the plans that use it. What one may not read is left out. */
export const measurePage = query("evaluation.read", async (db, { measureId }: { measureId: string }, actor) => {
  const measure = await measureOnPage(db, measureId);
  if (!measure) return null;
  const { id, programId, key, versions, clauses, plans, program } = measure;
  const seen = <One extends { document: { organizationId: string; visibility: string } }>({ document }: One) => can(actor, "document.read", documentThing({ ...document, programId }));
  const links = clauses.filter(seen);
  const texts = await newestTexts(db, [...new Set(links.map(({ document }) => document.id))]);
  const thing = { programId };
  const now = versions[0];
  return {
    thing,
    figures: now ? await measureFigures(db, { measureId, name: now.name, unit: now.unit, direction: now.direction, frequency: now.frequency }) : null,
    timeZone: program.timeZone,
    measure: { id, key, versions },
    links: links.map(({ document, clauseId, linkedAt }) => {
      const content = texts.get(document.id) as DocumentNode | undefined;
      const clause = content && clausesOf(content).find((one) => one.id === clauseId);
      return { documentId: document.id, clauseId, linkedAt, document: `${document.number} ${document.title}`, clause: clause ? `${clause.number} ${clause.title}`.trim() : null };
    }),
    plans: plans.map(({ plan }) => plan).filter(seen).map(({ id: planId, state, document }) => ({ id: planId, state, title: `${document.number} ${document.title}` })),
    mayWrite: can(actor, "measure.write", thing),
    maySet: can(actor, "threshold.set", thing),
  };
});
