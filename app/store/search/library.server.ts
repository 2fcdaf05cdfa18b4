import { Prisma } from "../generated/client";
import type { Database } from "../database.server";
import { clauseRows } from "./clauses.server";
import { findingRows } from "./findings.server";

type Row = { id: string; clauseId: string | null; number: string; title: string; edition: number; excerpt: string };

/** What anybody may find: clauses of the newest edition that is in force somewhere, of public documents that may be published. */
export async function searchLibrary(db: Database, { query, most }: { query: string; most: number }) {
  const matched = Prisma.sql`
    select document.id, document.number, document.title, edition.number as edition, text.content
    from "Document" document
    join lateral (
      select e.number, e."frozenTextId" from "Adoption" a join "Edition" e on e.id = a."editionId" join "Program" p on p.id = document."programId"
      where a."documentId" = document.id and a."effectiveFrom" <= (clock_timestamp() at time zone p."timeZone")::date order by e.number desc limit 1
    ) edition on true
    join "FrozenText" text on text.id = edition."frozenTextId"
    where document.visibility = 'public' and (document.copyright in ('own', 'public-domain', 'licensed') or document."rightsConfirmedAt" is not null)
      and (text.id in (select id from worded)
        or to_tsvector('english', document.number || ' ' || document.title || ' ' || document.topic) @@ to_tsquery('english', ${query}))
    order by document.number limit ${most}`;
  const rows = await db.$queryRaw<Row[]>(clauseRows(matched, query, most));
  return rows.map(({ id, clauseId, number, title, edition, excerpt }) => ({
    id: `${id}:${clauseId ?? ""}`,
    title: `${number} ${title}, edition ${edition}`,
    excerpt,
    path: `/library/${encodeURIComponent(number)}/editions/${edition}${clauseId ? `#clause-${encodeURIComponent(clauseId)}` : ""}`,
  }));
}

/** The findings that came out and were not taken back. */
export async function searchPublishedFindings(db: Database, sought: { query: string; most: number }) {
  const rows = await findingRows(db, { ...sought, letters: null, programId: null });
  return rows.map(({ id, number, question, excerpt }) => ({ id, title: `Finding ${number}: ${question}`, excerpt, path: `/library/findings/${number}` }));
}
