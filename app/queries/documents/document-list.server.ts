import { isOpenDecision } from "~/domain/decisions/stages";
import { can } from "~/domain/access/may";
import { readVisibility } from "~/domain/documents/description";
import { readKind } from "~/domain/documents/kinds";
import { documentState } from "~/domain/documents/standing";
import { standingOn } from "~/domain/documents/in-force";
import { dayIn } from "~/domain/library/in-force";
import { query } from "~/queries/query.server";
import { databaseTime } from "~/store/database.server";
import { documentsSeen, documentWords, organizationsOf, programZone } from "~/store/documents.server";

export type DocumentFilters = { kind: string; topic: string; organization: string };

/** The documents a person may see, by the filters, with their state. */
export const documentList = query("document.read", async (db, filters: DocumentFilters, actor) => {
  if (actor.kind !== "person") return { thing: { programId: null }, documents: [], filters, topics: [], organizations: [], timeZone: "UTC", mayCreate: false, mayImport: false };
  const { programId, organizationId } = actor;
  const [rows, words, organizations, timeZone, now] = await Promise.all([
    documentsSeen(db, { programId, organizationId, kind: filters.kind, topic: filters.topic, ownerId: filters.organization }),
    documentWords(db, programId, organizationId),
    organizationsOf(db, programId),
    programZone(db, programId),
    databaseTime(db),
  ]);
  const today = dayIn(timeZone, now);
  const place = { programId, organizationId };
  return {
    thing: place,
    filters,
    timeZone,
    documents: rows.map(({ adoptions, editions, decisions, appliesTo, kind, visibility, ...document }) => {
      const agencies = standingOn(today, appliesTo.map(({ organization }) => organization), adoptedEditions(adoptions));
      const pendingDecisions = decisions.filter(({ outcome }) => isOpenDecision(outcome)).length;
      const state = documentState({ editions: editions.length, pendingDecisions, closedDecisions: decisions.length - pendingDecisions, agencies });
      return { ...document, kind: readKind(kind), visibility: readVisibility(visibility), agencies, state };
    }),
    topics: [...new Set(words.map(({ topic }) => topic).filter(Boolean))].sort(),
    organizations,
    mayCreate: can(actor, "document.create", place),
    mayImport: can(actor, "document.import", place),
  };
});

/** Stored adoptions as the rules read them. */
export function adoptedEditions(adoptions: readonly { effectiveFrom: Date; until: Date | null; ownTextId?: string | null; organization: { id: string; name: string }; edition: { number: number } }[]) {
  return adoptions.map(({ effectiveFrom, until, ownTextId, organization, edition }) => ({
    organizationId: organization.id,
    organizationName: organization.name,
    number: edition.number,
    effectiveFrom: effectiveFrom.toISOString().slice(0, 10),
    until: until?.toISOString().slice(0, 10) ?? null,
    ownTextId,
  }));
}
