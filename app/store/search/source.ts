import type { Actor, Thing } from "~/domain/access/may";
import type { Act } from "~/domain/access/permissions";
import type { FoundKind } from "~/domain/library/search-words";
import { foundFrom, foundTo } from "~/domain/library/search-words";
import type { Database } from "../database.server";
import { Prisma } from "../generated/client";

/** What is sought: the query for words, the letters as typed, and for whom. */
export type Sought = { query: string; letters: string; programId: string; organizationId: string; most: number };

export type Hit = {
  id: string;
  title: string;
  /** With signs around the found words. */
  excerpt: string;
  path: string;
  act: Act;
  thingFor: (actor: Actor) => Thing;
};

/** Something that can be found. `search` already keeps to what an organization may see; each hit is asked about once more. */
export type Source = { kind: FoundKind; search: (db: Database, sought: Sought) => Promise<Hit[]> };

/** The words around what was found, as text. */
export function excerptOf(words: Prisma.Sql, query: string): Prisma.Sql {
  const options = `StartSel="${foundFrom}", StopSel="${foundTo}", MaxWords=28, MinWords=12, MaxFragments=1`;
  return Prisma.sql`ts_headline('english', translate(${words}, ${foundFrom + foundTo}, ''), to_tsquery('english', ${query}), ${options})`;
}

/** A document of one organization is found by that organization only. `document` is the name of its table in the query. */
export function seenDocument({ programId, organizationId }: Sought): Prisma.Sql {
  return Prisma.sql`document."programId" = ${programId} and (document.visibility in ('program', 'public') or document."organizationId" = ${organizationId})`;
}
