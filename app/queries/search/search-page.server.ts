import { can } from "~/domain/access/may";
import { excerptParts, foundKinds, searchWords, wordsQuery, type FoundKind } from "~/domain/library/search-words";
import { query } from "~/queries/query.server";
import type { Database } from "~/store/database.server";
import { clauses } from "~/store/search/clauses.server";
import { comments } from "~/store/search/comments.server";
import { decisions } from "~/store/search/decisions.server";
import { documents } from "~/store/search/documents.server";
import { searchLibrary, searchPublishedFindings } from "~/store/search/library.server";
import { findings } from "~/store/search/findings.server";
import { proposals } from "~/store/search/proposals.server";
import type { Source } from "~/store/search/source";
import { terms } from "~/store/search/terms.server";

/** Everything that can be found by a member, one small file each. */
const sources: readonly Source[] = [documents, clauses, proposals, comments, decisions, findings, terms];

const few = 5;
const many = 50;

export type SearchPage = Extract<Awaited<ReturnType<typeof searchPage>>, { ok: true }>["value"];

/** What a person finds of what they may open; whoever is not signed in finds what is published. */
export const searchPage = query("edition.read", async (db, { typed, kind }: { typed: string; kind: FoundKind | null }, actor) => {
  const words = searchWords(typed);
  const thing = { programId: null };
  if (words.length === 0) return { thing, typed, kind, groups: [] };
  const sought = { query: wordsQuery(words), letters: words.join(" ") };
  if (actor.kind !== "person") return { thing, typed, kind: null, groups: await published(db, sought.query) };
  const most = kind ? many : few;
  const asked = sources.filter((source) => !kind || source.kind === kind);
  const groups = await Promise.all(
    asked.map(async (source) => {
      const hits = await source.search(db, { ...sought, programId: actor.programId, organizationId: actor.organizationId, most: most + 1 });
      const open = hits.filter(({ act, thingFor }) => can(actor, act, thingFor(actor)));
      return { kind: source.kind, more: hits.length > most, hits: open.slice(0, most).map(({ id, title, excerpt, path }) => ({ id, title, path, excerpt: excerptParts(excerpt) })) };
    }),
  );
  const inOrder = foundKinds.flatMap((each) => groups.find((group) => group.kind === each) ?? []);
  return { thing, typed, kind, groups: inOrder.filter(({ hits }) => hits.length > 0) };
});

async function published(db: Database, sought: string) {
  const [clausesFound, findingsFound] = await Promise.all([searchLibrary(db, { query: sought, most: many }), searchPublishedFindings(db, { query: sought, most: many })]);
  const groups = [{ kind: "clause" as const, hits: clausesFound }, { kind: "finding" as const, hits: findingsFound }];
  return groups.filter(({ hits }) => hits.length > 0).map(({ kind, hits }) => ({ kind, more: false, hits: hits.map((hit) => ({ ...hit, excerpt: excerptParts(hit.excerpt) })) }));
}
