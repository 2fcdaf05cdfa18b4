import { Prisma } from "../generated/client";
import { excerptOf, type Source } from "./source";

type Row = { id: string; name: string; excerpt: string; programId: string };

/** Words of the glossary by name, by other names, and by what they mean now. A glossary is short, so it is read through. */
export const terms: Source = {
  kind: "term",
  search: async (db, { query, letters, programId, most }) => {
    const words = Prisma.sql`term.name || ' ' || array_to_string(term.variants, ' ') || ' ' || coalesce(meaning.body, '')`;
    const rows = await db.$queryRaw<Row[]>`
      select term.id, term.name, term."programId", ${excerptOf(words, query)} as excerpt
      from "Term" term left join lateral (select body from "TermDefinition" where "termId" = term.id order by number desc limit 1) meaning on true
      where term."programId" = ${programId} and (to_tsvector('english', ${words}) @@ to_tsquery('english', ${query}) or ${letters} <% term.name)
      order by word_similarity(${letters}, term.name) desc, term.name limit ${most}`;
    return rows.map(({ id, name, excerpt, programId: whose }) => ({ id, title: name, excerpt, path: `/glossary/${id}`, act: "program.read" as const, thingFor: () => ({ programId: whose }) }));
  },
};
