import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useRouteLoaderData } from "@remix-run/react";
import { foundKinds, foundKindWords } from "~/domain/library/search-words";
import { actorOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { searchPage } from "~/queries/search/search-page.server";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Field } from "~/ui/field";
import { PageHead } from "~/ui/page-head";
import { searchAddress, SearchResults } from "~/ui/search-results";

export const meta: MetaFunction = () => [{ title: "Search - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const kind = foundKinds.find((known) => known === searchParams.get("kind")) ?? null;
  const { typed, groups, kind: asked } = found(await searchPage(await actorOf(request), { typed: (searchParams.get("words") ?? "").slice(0, 200), kind }));
  return { typed, groups, kind: asked };
}

export default function Search() {
  const { typed, groups, kind } = useLoaderData<typeof loader>();
  const isMember = Boolean(useRouteLoaderData<{ person: object | null }>("root")?.person);
  return (
    <>
      <PageHead title="Search" lead={isMember ? "Everything in your program that is open to you." : "Everything that is published."} />
      <form method="get" action="/search" role="search" className="row search">
        {kind && <input type="hidden" name="kind" value={kind} />}
        <Field label="Words, or how they begin" name="words" type="search" defaultValue={typed} required maxLength={200} />
        <Button look="secondary">Search</Button>
      </form>
      {isMember && typed && (
        <nav className="search-kinds" aria-label="What to search in">
          {[null, ...foundKinds].map((each) => (
            <a key={each ?? "all"} href={searchAddress(typed, each)} aria-current={each === kind ? "page" : undefined}>
              {each ? foundKindWords[each] : "Everything"}
            </a>
          ))}
        </nav>
      )}
      {typed && groups.length === 0 && (
        <EmptyState title={`Nothing was found for “${typed}”.`}>
          <p>Try fewer words, or only how they begin. Every word has to be there.</p>
        </EmptyState>
      )}
      <SearchResults groups={groups} typed={typed} kind={kind} />
    </>
  );
}
