import { EmptyState } from "./empty-state";

export type GlossaryLine = { id: string; name: string; variants: readonly string[]; meaning: string | null; documents: number };

/** The terms of a program as a printed glossary has them. */
export function GlossaryList({ terms }: { terms: readonly GlossaryLine[] }) {
  if (terms.length === 0)
    return (
      <EmptyState title="No term yet">
        A term that is defined here is marked in every text that uses it, with what it means. Begin with the words that people read differently, such as “crisis”.
      </EmptyState>
    );
  return (
    <dl className="glossary">
      {terms.map(({ id, name, variants, meaning, documents }) => (
        <div key={id}>
          <dt>
            <a href={`/glossary/${id}`}>{name}</a>
            {variants.length > 0 && <span className="quiet small">{` also ${variants.join(", ")}`}</span>}
          </dt>
          <dd>
            {meaning ? <p>{meaning}</p> : <p className="term-warning">Not defined yet.</p>}
            <p className="quiet small">{usedIn(documents)}</p>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function usedIn(documents: number): string {
  if (documents === 0) return "No document uses it.";
  return documents === 1 ? "One document uses it." : `${documents} documents use it.`;
}
