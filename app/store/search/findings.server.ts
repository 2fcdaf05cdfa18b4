import { findingThing } from "~/domain/evaluation/finding-access";
import { Prisma } from "../generated/client";
import type { Database } from "../database.server";
import { excerptOf, type Source } from "./source";

type Row = { id: string; number: number; question: string; excerpt: string; programId: string; authorId: string };

/** What a published finding says in prose; nothing of it can be found once it is retracted. */
const words = Prisma.sql`concat_ws(' ', version.content->'content'->>'question', version.content->'content'->>'answer', version.content->'content'->>'design', version.content->'content'->>'limits', version.content->'content'->>'wentWrong', version.content->'content'->>'notShown', version.content->'content'->>'method')`;

/** The findings of one program, or of any that anybody reads, whose newest version holds the words. A program has few, so they are read through. */
export async function findingRows(db: Database, { query, letters, programId, most }: { query: string; letters: string | null; programId: string | null; most: number }): Promise<Row[]> {
  const whose = programId === null ? Prisma.sql`true` : Prisma.sql`finding."programId" = ${programId}`;
  const alike = letters === null ? Prisma.sql`false` : Prisma.sql`${letters} <% (version.content->'content'->>'question')`;
  return db.$queryRaw<Row[]>`
    select finding.id, finding.number, finding."programId", finding."authorId", version.content->'content'->>'question' as question, ${excerptOf(words, query)} as excerpt
    from "Finding" finding join "FindingVersion" version on version."findingId" = finding.id and version.standing = 'current'
    where ${whose} and (to_tsvector('english', ${words}) @@ to_tsquery('english', ${query}) or ${alike})
    order by finding.number desc limit ${most}`;
}

/** Published findings, each as its newest version says. */
export const findings: Source = {
  kind: "finding",
  search: async (db, sought) =>
    (await findingRows(db, sought)).map(({ id, number, question, excerpt, ...whose }) => ({
      id,
      title: `Finding ${number}: ${question}`,
      excerpt,
      path: `/evaluation/findings/${id}`,
      act: "finding.read" as const,
      thingFor: (actor) => findingThing(actor, { ...whose, state: "published", agencies: [] }),
    })),
};
