import { documentThing } from "~/domain/documents/description";
import { Prisma } from "../generated/client";
import { excerptOf, seenDocument, type Source } from "./source";

type Row = { id: string; clauseId: string | null; number: string; title: string; edition: number; excerpt: string; programId: string; organizationId: string; visibility: string };

/** The texts in which the words stand, found by the index before anything is joined: to read the words of each text again would take a second for a few hundred policies. */
export const worded = (query: string) => Prisma.sql`worded as materialized (
    select text.id from "FrozenText" text where to_tsvector('english', jsonb_path_query_array(text.content, 'strict $.** ? (@.type == "text").text')) @@ to_tsquery('english', ${query})
  )`;

/** The words of a text, and of one clause without the clauses in it, as JSON paths. */
export const clauseRows = (matched: Prisma.Sql, query: string, most: number) => Prisma.sql`
  with ${worded(query)}, matched as (${matched})
  select matched.*, clause."clauseId", ${excerptOf(Prisma.sql`coalesce(clause.words, matched.words)`, query)} as excerpt
  from (select matched.*, (select string_agg(word, ' ') from jsonb_array_elements_text(jsonb_path_query_array(matched.content, 'strict $.** ? (@.type == "text").text')) as word) as words from matched) matched
  left join lateral (
    select part->'attrs'->>'id' as "clauseId",
      (select string_agg(word, ' ') from jsonb_array_elements_text(jsonb_path_query_array(part, 'strict $.content[*] ? (@.type != "clause").** ? (@.type == "text").text')) as word) as words
    from jsonb_path_query(matched.content, 'strict $.** ? (@.type == "clause")') as part
    where to_tsvector('english', jsonb_path_query_array(part, 'strict $.content[*] ? (@.type != "clause").** ? (@.type == "text").text')) @@ to_tsquery('english', ${query})
    limit 3
  ) clause on true
  limit ${most}`;

/** Clauses of editions, of each document the newest in which the words stand. */
export const clauses: Source = {
  kind: "clause",
  search: async (db, sought) => {
    const matched = Prisma.sql`
      select newest.*, text.content
      from (
        select distinct on (document.id) document.id, document.number, document.title, document."programId", document."organizationId", document.visibility, edition.number as edition, edition."frozenTextId"
        from worded join "Edition" edition on edition."frozenTextId" = worded.id join "Document" document on document.id = edition."documentId"
        where ${seenDocument(sought)}
        order by document.id, edition.number desc limit ${sought.most}
      ) newest join "FrozenText" text on text.id = newest."frozenTextId"`;
    const rows = await db.$queryRaw<Row[]>(clauseRows(matched, sought.query, sought.most));
    return rows.map(({ id, clauseId, number, title, edition, excerpt, programId, organizationId, visibility }) => ({
      id: `${id}:${clauseId ?? ""}`,
      title: `${number} ${title}, edition ${edition}`,
      excerpt,
      path: `/documents/${id}?edition=${edition}${clauseId ? `#clause-${encodeURIComponent(clauseId)}` : ""}`,
      act: "document.read" as const,
      thingFor: () => documentThing({ programId, organizationId, visibility }),
    }));
  },
};
