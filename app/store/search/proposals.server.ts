import { documentThing } from "~/domain/documents/description";
import { Prisma } from "../generated/client";
import { excerptOf, seenDocument, type Source } from "./source";

type Row = { id: string; number: number; title: string; excerpt: string; programId: string; organizationId: string; visibility: string };

/** A word that stands in thousands of proposals is sought in the newest of them. */
const newest = 500;

/** Proposals by title and reasons, also when the title is mistyped. */
export const proposals: Source = {
  kind: "proposal",
  search: async (db, sought) => {
    const words = Prisma.sql`proposal.title || ' ' || proposal.why || ' ' || proposal.affected || ' ' || proposal.evidence`;
    const rows = await db.$queryRaw<Row[]>`
      with found as materialized (
        select id, number from "Proposal"
        where "programId" = ${sought.programId}
          and (to_tsvector('english', title || ' ' || why || ' ' || affected || ' ' || evidence) @@ to_tsquery('english', ${sought.query}) or ${sought.letters} <% title)
      )
      select proposal.id, proposal.number, proposal.title, document."programId", document."organizationId", document.visibility, ${excerptOf(words, sought.query)} as excerpt
      from (select id from found order by number desc limit ${newest}) recent join "Proposal" proposal on proposal.id = recent.id join "Document" document on document.id = proposal."documentId"
      where ${seenDocument(sought)}
      order by word_similarity(${sought.letters}, proposal.title) desc, proposal.number desc limit ${sought.most}`;
    return rows.map(({ id, number, title, excerpt, ...whose }) => ({ id, title: `Proposal ${number}: ${title}`, excerpt, path: `/proposals/${id}`, act: "proposal.read" as const, thingFor: () => documentThing(whose) }));
  },
};
