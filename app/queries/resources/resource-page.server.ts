import { can } from "~/domain/access/may";
import { documentThing } from "~/domain/documents/description";
import { goneSince, waitsForReview } from "~/domain/resources/stages";
import { readResourceKind } from "~/domain/resources/resource";
import { dayOf } from "~/domain/voting/deadline";
import { clauseAlone } from "~/editor/clause-in-text";
import { clauseNumbers } from "~/editor/numbering";
import type { DocumentNode } from "~/editor/schema/document-node";
import { clausesToCite } from "~/queries/documents/clauses-to-cite.server";
import { query } from "~/queries/query.server";
import { databaseTime } from "~/store/database.server";
import { latestEdition } from "~/store/decisions.server";
import { citationById, mostCitations, resourceFacts, resourceOnPage } from "~/store/resources.server";

/** One resource, and every clause that cites it as far as the reader may see. */
export const resourcePage = query("resource.read", async (db, { resourceId }: { resourceId: string }, actor) => {
  const resource = await resourceOnPage(db, resourceId);
  if (!resource) return null;
  const { program, citations, ...facts } = resource;
  const thing = { programId: resource.programId };
  const today = dayOf(await databaseTime(db), program.timeZone);
  const seen = citations.filter(({ document }) => can(actor, "document.read", documentThing(document)));
  return {
    thing,
    resource: { ...facts, kind: readResourceKind(facts.kind), gone: goneSince(facts, today) },
    timeZone: program.timeZone,
    citations: seen.map(({ document, clauseHash, presentHash, lookedBy, ...citation }) => ({
      ...citation,
      document: { id: document.id, number: document.number, title: document.title, keptBy: document.organization.name },
      lookedBy: lookedBy?.name ?? null,
      since: presentHash === "" ? ("gone" as const) : presentHash === clauseHash ? null : ("changed" as const),
      waits: waitsForReview(facts, citation.lookedAt, today),
      mayReview: can(actor, "document.review", documentThing(document)),
    })),
    cut: citations.length === mostCitations,
    mayWrite: can(actor, "resource.write", thing),
    mayCite: can(actor, "citation.write", thing),
  };
});

/** The form for a resource; empty without one. */
export const resourceForm = query("resource.write", async (db, { resourceId }: { resourceId: string | null }, actor) => {
  if (actor.kind !== "person") return null;
  if (resourceId === null) return { thing: { programId: actor.programId }, resource: null };
  const resource = await resourceFacts(db, resourceId);
  return resource && { thing: { programId: resource.programId }, resource };
});

/** The documents and clauses that may cite a resource. */
export const citationForm = query("citation.write", async (db, { resourceId, documentId }: { resourceId: string; documentId: string }, actor) => {
  const resource = await resourceFacts(db, resourceId);
  if (!resource || actor.kind !== "person") return null;
  const { programId, id, name } = resource;
  return { thing: { programId }, resource: { id, name }, choice: await clausesToCite(db, { programId, organizationId: actor.organizationId }, documentId) };
});

/** A clause whose resource is gone, as it stands now. */
export const citationReview = query("document.review", async (db, { citationId }: { citationId: string }) => {
  const citation = await citationById(db, citationId);
  if (!citation) return null;
  const { document, resource, clauseId, clauseName } = citation;
  const newest = await latestEdition(db, document.id);
  const content = newest ? (newest.frozenText.content as DocumentNode) : null;
  const alone = content && clauseAlone(content, clauseId);
  return {
    thing: documentThing(document),
    citation: { id: citationId, clauseId, clauseName },
    document: { id: document.id, number: document.number, title: document.title },
    resource: { id: resource.id, name: resource.name, closedReason: resource.closedReason, validUntil: resource.validUntil },
    text: alone ? { content: alone.content, numbers: [...clauseNumbers(content)] } : null,
  };
});
