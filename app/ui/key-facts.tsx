import { Fragment, type ReactNode } from "react";

export type Fact = { term: string; fact: ReactNode };

export function KeyFacts({ facts, inLine = false }: { facts: readonly Fact[]; inLine?: boolean }) {
  return (
    <dl className={inLine ? "facts in-line" : "facts"}>
      {facts.map(({ term, fact }) =>
        inLine ? (
          <div key={term}>
            <Pair term={term} fact={fact} />
          </div>
        ) : (
          <Fragment key={term}>
            <Pair term={term} fact={fact} />
          </Fragment>
        ),
      )}
    </dl>
  );
}

function Pair({ term, fact }: Fact) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{fact}</dd>
    </>
  );
}
