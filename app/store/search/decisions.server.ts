import { Prisma } from "../generated/client";
import { thingOfDecision } from "../decisions.server";
import { excerptOf, seenDocument, type Source } from "./source";

type Row = { id: string; agency: string; about: string; excerpt: string; programId: string; organizationId: string; ownerId: string; visibility: string };

/** Decisions of agencies by the reasons that their heads gave. */
export const decisions: Source = {
  kind: "decision",
  search: async (db, sought) => {
    const rows = await db.$queryRaw<Row[]>`
      select decision.id, agency.name as agency, coalesce('proposal ' || proposal.number || ', ' || proposal.title, document.number || ' ' || document.title) as about,
        decision."programId", decision."organizationId", document."organizationId" as "ownerId", document.visibility, ${excerptOf(Prisma.sql`decision.reasons`, sought.query)} as excerpt
      from "Decision" decision
      join "Document" document on document.id = decision."documentId"
      join "Organization" agency on agency.id = decision."organizationId"
      left join "Proposal" proposal on proposal.id = decision."proposalId"
      where (${seenDocument(sought)} or (decision."programId" = ${sought.programId} and decision."organizationId" = ${sought.organizationId}))
        and to_tsvector('english', decision.reasons) @@ to_tsquery('english', ${sought.query})
      order by decision."decidedAt" desc nulls last limit ${sought.most}`;
    return rows.map(({ id, agency, about, excerpt, ownerId, visibility, programId, organizationId }) => ({
      id,
      title: `${agency} on ${about}`,
      excerpt,
      path: `/decisions/${id}`,
      act: "decision.read" as const,
      thingFor: (actor) => thingOfDecision({ programId, organizationId, document: { organizationId: ownerId, visibility } }, actor),
    }));
  },
};
