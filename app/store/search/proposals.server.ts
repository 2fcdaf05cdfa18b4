import { documentThing } from "~/domain/documents/description";
import { Prisma } from "../generated/client";
import { excerptOf, seenDocument, type Source } from "./source";

type Row = { id: string; number: number; title: string; excerpt: string; programId: string; organizationId: string; visibility: string };

/** Proposals by title and reasons, also when the title is mistyped. */
export const proposals: Source = {
  kind: "proposal",
  search: async (db, sought) => {
    const words = Prisma.sql`proposal.title || ' ' || proposal.why || ' ' || proposal.affected || ' ' || proposal.evidence`;
    const rows = await db.$queryRaw<Row[]>`
      select proposal.id, proposal.number, proposal.title, document."programId", document."organizationId", document.visibility, ${excerptOf(words, sought.query)} as excerpt
      from "Proposal" proposal join "Document" document on document.id = proposal."documentId"
      where ${seenDocument(sought)}
        and (to_tsvector('english', proposal.title || ' ' || proposal.why || ' ' || proposal.affected || ' ' || proposal.evidence) @@ to_tsquery('english', ${sought.query}) or ${sought.letters} <% proposal.title)
      order by word_similarity(${sought.letters}, proposal.title) desc, proposal.number desc limit ${sought.most}`;
    return rows.map(({ id, number, title, excerpt, ...whose }) => ({ id, title: `Proposal ${number}: ${title}`, excerpt, path: `/proposals/${id}`, act: "proposal.read" as const, thingFor: () => documentThing(whose) }));
  },
};
