import { languageNames, plainLanguages, type PlainLanguage } from "~/domain/plain-texts/languages";
import type { DocumentNode } from "~/editor/schema/document-node";
import { Button } from "./button";
import { Blocks } from "./document-nodes";
import { EmptyState } from "./empty-state";
import { ErrorSummary } from "./error-summary";
import { TextArea } from "./field";
import { PageHead } from "./page-head";
import { errorAt, errorsOf, typed, type RefusedForm } from "./refused-form";
import { TextPartsContext } from "./text-parts";

type Clause = { id: string; number: string; title: string; ownContent: DocumentNode[]; speaks: boolean; hash: string; plain: { body: string; stale: boolean } | null };

export type PlainTextPageProps = {
  document: { id: string; number: string; title: string };
  edition: number | null;
  language: PlainLanguage;
  clauses: readonly Clause[];
  refused?: RefusedForm;
};

/** Each clause beside a field for what it means in plain words. */
export function PlainTextPage({ document, edition, language, clauses, refused }: PlainTextPageProps) {
  const path = `/documents/${document.id}/plain-text`;
  const speaking = clauses.filter(({ speaks }) => speaks);
  const due = speaking.filter(({ plain }) => plain?.stale);
  const wrong = refused && String(refused.values.clauseId ?? "");
  return (
    <article>
      <PageHead
        title="In plain words"
        above={<a href={`/documents/${document.id}`}>{`${document.number}, ${document.title}`}</a>}
        lead={`What each clause of ${edition ? `edition ${edition}` : "the draft"} means, for people who do not read policies. It is never the official text.`}
      />
      <nav className="reading-choice" aria-label="Language">
        <ul role="list" className="row">
          {plainLanguages.map((each) => (
            <li key={each}>
              <a href={each === "en" ? path : `${path}?language=${each}`} lang={each} aria-current={each === language ? "page" : undefined}>
                {languageNames[each]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <ErrorSummary errors={errorsOf(refused).map(({ field, message }) => ({ message, ...(field ? { field: `${field}-${wrong}` } : {}) }))} />
      {due.length > 0 && (
        <p className="term-warning">
          {`${due.length === 1 ? "One clause has" : `${due.length} clauses have`} changed since: `}
          {due.map(({ id, number }, at) => (
            <span key={id}>
              {at > 0 && ", "}
              <a href={`#plain-${id}`}>{number}</a>
            </span>
          ))}
        </p>
      )}
      {speaking.length === 0 && <EmptyState title="There is no text yet">Plain words stand beside clauses. Write the text first.</EmptyState>}
      <TextPartsContext.Provider value={{ numbers: new Map(clauses.map(({ id, number }) => [id, number])), titles: new Map(), footnotes: new Map(), terms: new Map(), meaning: () => null }}>
        {speaking.map((clause) => (
          <ClauseForm key={clause.id} clause={clause} path={path} language={language} readAt={`/documents/${document.id}`} refused={wrong === clause.id ? refused : undefined} />
        ))}
      </TextPartsContext.Provider>
    </article>
  );
}

type ClauseFormProps = { clause: Clause; path: string; language: PlainLanguage; readAt: string; refused?: RefusedForm };

function ClauseForm({ clause: { id, number, title, ownContent, hash, plain }, path, language, readAt, refused }: ClauseFormProps) {
  return (
    <section id={`plain-${id}`} className="plain-row" aria-labelledby={`clause-title-${id}`}>
      <h2 id={`clause-title-${id}`}>{`${number} ${title}`.trim()}</h2>
      <div className="plain-columns">
        <div className="document plain-official">
          <Blocks nodes={ownContent.slice(1)} />
        </div>
        <form method="post" action={language === "en" ? path : `${path}?language=${language}`} noValidate>
          <input type="hidden" name="clauseId" value={id} />
          <input type="hidden" name="clauseHash" value={hash} />
          <input type="hidden" name="language" value={language} />
          <TextArea
            id={`body-${id}`}
            label={`Clause ${number} in plain words`}
            name="body"
            required
            rows={5}
            lang={language}
            defaultValue={typed(refused, "body", plain?.body)}
            error={errorAt(refused, "body")}
            hint={plain?.stale ? "Due: the clause has changed since this was written." : undefined}
          />
          <div className="row">
            <Button look="secondary">{`Save clause ${number}`}</Button>
            {plain && <a href={`${readAt}?read=plain${language === "en" ? "" : `&language=${language}`}#clause-${id}`}>See it under the clause</a>}
          </div>
        </form>
      </div>
    </section>
  );
}
