import { termUses } from "~/editor/glossary/term-uses";
import type { DocumentNode } from "~/editor/schema/document-node";

/** A term with what it means in a text; `newer` is what it has come to mean since. */
export type ShownTerm = { id: string; name: string; variants: readonly string[]; meaning: string | null; newer: string | null };

/** The glossary's words that a text uses, behind it: without a script this is where a marked word leads. */
export function TermsUsed({ terms, content }: { terms: readonly ShownTerm[]; content: DocumentNode }) {
  const uses = new Map(termUses(content, terms).map(({ termId, clauses }) => [termId, clauses]));
  const used = terms.filter(({ id }) => uses.has(id));
  if (used.length === 0) return null;
  return (
    <section className="text-end" aria-labelledby="terms-used">
      <h2 id="terms-used" className="text-end-title">
        Terms used here
      </h2>
      <dl className="terms-used">
        {used.map(({ id, name, meaning, newer }) => (
          <div key={id} id={`term-${id}`}>
            <dt>
              <dfn>{name}</dfn>
            </dt>
            <dd>
              {meaning ? <p>{meaning}</p> : <p className="term-warning">Not defined yet.</p>}
              {newer && (
                <p className="term-warning">
                  {meaning ? "Defined anew since this text: " : "Defined since this text: "}
                  {newer}
                </p>
              )}
              <p className="quiet small">
                {"In clause "}
                {(uses.get(id) ?? []).map((clause, at) => (
                  <span key={clause.id}>
                    {at > 0 && ", "}
                    <a href={`#clause-${clause.id}`}>{clause.number}</a>
                  </span>
                ))}
              </p>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
