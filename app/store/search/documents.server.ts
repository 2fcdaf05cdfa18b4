import { documentThing } from "~/domain/documents/description";
import { Prisma } from "../generated/client";
import { excerptOf, seenDocument, type Source } from "./source";

type Row = { id: string; number: string; title: string; excerpt: string; programId: string; organizationId: string; visibility: string };

/** Documents by number, title and topic, also when the title is mistyped. */
export const documents: Source = {
  kind: "document",
  search: async (db, sought) => {
    const words = Prisma.sql`document.number || ' ' || document.title || ' ' || document.topic`;
    const rows = await db.$queryRaw<Row[]>`
      select document.id, document.number, document.title, document."programId", document."organizationId", document.visibility, ${excerptOf(words, sought.query)} as excerpt
      from "Document" document
      where ${seenDocument(sought)} and (to_tsvector('english', document.number || ' ' || document.title || ' ' || document.topic) @@ to_tsquery('english', ${sought.query}) or ${sought.letters} <% document.title)
      order by word_similarity(${sought.letters}, document.number || ' ' || document.title) desc, document.number limit ${sought.most}`;
    return rows.map(({ id, number, title, excerpt, ...whose }) => ({ id, title: `${number} ${title}`, excerpt, path: `/documents/${id}`, act: "document.read" as const, thingFor: () => documentThing(whose) }));
  },
};
