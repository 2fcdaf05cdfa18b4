import { documentThing } from "~/domain/documents/description";
import { Prisma } from "../generated/client";
import { excerptOf, seenDocument, type Source } from "./source";

type Row = {
  id: string; proposalId: string | null; threadId: string | null; draftId: string | null; author: string; about: string; excerpt: string;
  programId: string; organizationId: string; visibility: string;
};

/** What was written in discussions of proposals and in threads on texts. */
export const comments: Source = {
  kind: "comment",
  search: async (db, sought) => {
    const rows = await db.$queryRaw<Row[]>`
      select comment.id, comment."proposalId", comment."threadId", thread."draftId", author.name as author,
        coalesce('proposal ' || proposal.number || ', ' || proposal.title, document.number || ' ' || document.title) as about,
        document."programId", document."organizationId", document.visibility, ${excerptOf(Prisma.sql`comment.body`, sought.query)} as excerpt
      from "Comment" comment
      join "Person" author on author.id = comment."authorId"
      left join "Proposal" proposal on proposal.id = comment."proposalId"
      left join "Thread" thread on thread.id = comment."threadId"
      left join "Draft" draft on draft.id = thread."draftId"
      join "Document" document on document.id = coalesce(proposal."documentId", draft."documentId")
      where ${seenDocument(sought)} and to_tsvector('english', comment.body) @@ to_tsquery('english', ${sought.query})
      order by comment.at desc limit ${sought.most}`;
    return rows.map(({ id, proposalId, threadId, draftId, author, about, excerpt, ...whose }) => ({
      id,
      title: `${author} on ${about}`,
      excerpt,
      path: proposalId ? `/proposals/${proposalId}#comment-${id}` : `/drafts/${draftId}/threads?thread=${threadId}#thread-${threadId}`,
      act: proposalId ? ("proposal.read" as const) : ("draft.read" as const),
      thingFor: () => documentThing(whose),
    }));
  },
};
