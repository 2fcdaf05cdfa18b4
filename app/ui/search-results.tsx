import { foundKindWords, type ExcerptPart, type FoundKind } from "~/domain/library/search-words";
import { SectionHead } from "./page-head";

export type FoundGroup = { kind: FoundKind; more: boolean; hits: readonly { id: string; title: string; path: string; excerpt: readonly ExcerptPart[] }[] };

/** What was found, a section a kind. */
export function SearchResults({ groups, typed, kind }: { groups: readonly FoundGroup[]; typed: string; kind: FoundKind | null }) {
  return (
    <>
      {groups.map((group) => (
        <section key={group.kind} className="section" aria-labelledby={`found-${group.kind}`}>
          <SectionHead title={foundKindWords[group.kind]} id={`found-${group.kind}`} more={group.more && !kind ? <a href={searchAddress(typed, group.kind)}>{`All ${foundKindWords[group.kind].toLowerCase()} found`}</a> : undefined} />
          <ul className="lines" role="list">
            {group.hits.map(({ id, title, path, excerpt }) => (
              <li key={id} className="search-hit">
                <p>
                  <a href={path}>{title}</a>
                </p>
                {excerpt.length > 0 && <p className="needs-why">{excerpt.map((part, at) => (part.found ? <mark key={at}>{part.words}</mark> : part.words))}</p>}
              </li>
            ))}
          </ul>
          {group.more && kind && <p className="quiet">There is more. Add a word to find less.</p>}
        </section>
      ))}
    </>
  );
}

export function searchAddress(typed: string, kind: FoundKind | null): string {
  return `/search?${new URLSearchParams({ words: typed, ...(kind ? { kind } : {}) }).toString()}`;
}
