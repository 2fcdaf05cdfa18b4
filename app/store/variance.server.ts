import type { ClauseDifference } from "~/domain/decisions/clause-difference";
import { openStates } from "~/domain/decisions/stages";
import type { Database } from "./database.server";

/** A question that is open, or was declined since the agency adopted what it holds. */
export type AskedSince = { decisionId: string; outcome: string; reasons: string; dueAt: string; proposal: number | null };

/** What one agency holds of one document today, and what it was asked since. */
export type VarianceRow = {
  documentId: string;
  number: string;
  title: string;
  organizationId: string;
  agency: string;
  /** The edition in force, in the agency's own words where there are differences. */
  edition: number | null;
  since: string | null;
  until: string | null;
  own: boolean;
  differences: ClauseDifference[];
  asked: AskedSince[];
  comingEdition: number | null;
  comingFrom: string | null;
  comingOwn: boolean;
  comingDifferences: ClauseDifference[];
};

export type VarianceSearch = { programId: string; organizationId: string; today: string; after: string; most: number };

/** The documents after a number that a member may read, each with every agency that it applies to: one query for a page, or for a part of the file. */
export async function varianceRows(db: Database, { programId, organizationId, today, after, most }: VarianceSearch): Promise<VarianceRow[]> {
  return db.$queryRaw<VarianceRow[]>`
    with shown as (
      select document.id, document.number, document.title
      from "Document" document
      where document."programId" = ${programId} and document.number > ${after}
        and (document.visibility <> 'organization' or document."organizationId" = ${organizationId})
        and exists (select 1 from "Decision" asked where asked."documentId" = document.id)
      order by document.number limit ${most}
    ), concerned as (
      select shown.id, applies."organizationId" from shown join "DocumentAgency" applies on applies."documentId" = shown.id
      union
      select shown.id, asked."organizationId" from shown join "Decision" asked on asked."documentId" = shown.id
    )
    select shown.id as "documentId", shown.number, shown.title, organization.id as "organizationId", organization.name as agency,
      held.edition, held.since, held.until, held."ownTextId" is not null as own, coalesce(held.choices, '[]') as differences,
      since.asked,
      coming.edition as "comingEdition", coming.since as "comingFrom", coming."ownTextId" is not null as "comingOwn", coalesce(coming.choices, '[]') as "comingDifferences"
    from concerned
    join shown on shown.id = concerned.id
    join "Organization" organization on organization.id = concerned."organizationId"
    left join lateral (
      select edition.number as edition, adoption."effectiveFrom"::text as since, adoption.until::text as until, adoption."ownTextId", own.choices, decided."askedAt"
      from "Adoption" adoption join "Edition" edition on edition.id = adoption."editionId" join "Decision" decided on decided.id = adoption."decisionId"
      left join "AgencyText" own on own."decisionId" = adoption."decisionId" and own."frozenTextId" = adoption."ownTextId"
      where adoption."documentId" = shown.id and adoption."organizationId" = organization.id
        and adoption."effectiveFrom" <= ${today}::date and (adoption.until is null or adoption.until >= ${today}::date)
      order by adoption."effectiveFrom" desc limit 1
    ) held on true
    left join lateral (
      select edition.number as edition, adoption."effectiveFrom"::text as since, adoption."ownTextId", own.choices
      from "Adoption" adoption join "Edition" edition on edition.id = adoption."editionId"
      left join "AgencyText" own on own."decisionId" = adoption."decisionId" and own."frozenTextId" = adoption."ownTextId"
      where adoption."documentId" = shown.id and adoption."organizationId" = organization.id and adoption."effectiveFrom" > ${today}::date
      order by adoption."effectiveFrom" limit 1
    ) coming on true
    left join lateral (
      select coalesce(json_agg(json_build_object('decisionId', asked.id, 'outcome', asked.outcome, 'reasons', asked.reasons, 'dueAt', asked."dueAt", 'proposal', proposal.number) order by asked."dueAt", asked.id), '[]') as asked
      from "Decision" asked left join "Proposal" proposal on proposal.id = asked."proposalId"
      where asked."documentId" = shown.id and asked."organizationId" = organization.id
        and (asked.outcome = any(${openStates}) or (asked.outcome in ('declined', 'left') and (held."askedAt" is null or asked."askedAt" > held."askedAt")))
    ) since on true
    order by shown.number, organization.name, organization.id`;
}
