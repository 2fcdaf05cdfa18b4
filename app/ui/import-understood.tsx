import { ButtonLink } from "./button";
import { KeyFacts } from "./key-facts";
import { NoticeLine } from "./notice-line";
import { SectionHead } from "./page-head";
import { Table } from "./table";

export type Understood = {
  source: string;
  fileName: string;
  report: {
    understood: { clauses: number; paragraphs: number; lists: number; tables: number; links: number; footnotes?: number; references?: number; suggestions?: number; comments?: number };
    notUnderstood: { what: string; where: string; count: number }[];
    guesses: { clauseTitle: string; why: string }[];
  };
};

/** What was understood of an imported file, what was not, and what was guessed. */
export function ImportUnderstood({ documentId, stored, mayWrite }: { documentId: string; stored: Understood; mayWrite: boolean }) {
  const { understood, notUnderstood, guesses } = stored.report;
  return (
    <>
      <NoticeLine kind={notUnderstood.length > 0 ? "warning" : "success"}>
        {notUnderstood.length > 0
          ? "The draft is made. Some of the file was not taken over: it is listed below, so that you can add it by hand."
          : "The draft is made, and everything in the file was taken over."}
      </NoticeLine>
      <section className="section" aria-labelledby="counts">
        <SectionHead id="counts" title="Understood" />
        <KeyFacts
          inLine
          facts={[
            { term: "Clauses", fact: understood.clauses },
            { term: "Paragraphs", fact: understood.paragraphs },
            { term: "Lists", fact: understood.lists },
            { term: "Tables", fact: understood.tables },
            { term: "Links", fact: understood.links },
            ...(understood.footnotes ? [{ term: "Footnotes", fact: understood.footnotes }] : []),
            ...(understood.references ? [{ term: "References to clauses", fact: understood.references }] : []),
            ...(understood.suggestions ? [{ term: "Suggestions", fact: understood.suggestions }] : []),
            ...(understood.comments ? [{ term: "Comments", fact: understood.comments }] : []),
          ]}
        />
        {understood.suggestions ? <p className="quiet">Tracked changes of the file are suggestions in the draft, each with the name that the file gives.</p> : null}
        {understood.comments ? <p className="quiet">Comments of the file stand in the name of who imported it; each begins with the name that the file gives.</p> : null}
      </section>
      <section className="section" aria-labelledby="missed">
        <SectionHead id="missed" title="Not understood" />
        {notUnderstood.length > 0 ? (
          <Table
            caption="Not understood"
            hideCaption
            rows={notUnderstood}
            rowKey={({ what, where }) => `${what} ${where}`}
            columns={[
              { title: "What", heading: true, cell: ({ what }) => what },
              { title: "Where", cell: ({ where }) => where },
              { title: "How often", number: true, cell: ({ count }) => count },
            ]}
          />
        ) : (
          <p>Nothing was left out.</p>
        )}
      </section>
      <section className="section" aria-labelledby="guessed">
        <SectionHead id="guessed" title="What was guessed" />
        {guesses.length > 0 ? (
          <>
            <p className="quiet">The file does not say these things, but it looks so. Check each of them.</p>
            <Table
              caption="What was guessed"
              hideCaption
              rows={guesses.map((guess, at) => ({ ...guess, at }))}
              rowKey={({ at }) => String(at)}
              columns={[
                { title: "Clause", heading: true, cell: ({ clauseTitle }) => clauseTitle },
                { title: "What was guessed there", cell: ({ why }) => why },
              ]}
            />
          </>
        ) : (
          <p>Nothing: the file marks its headings.</p>
        )}
      </section>
      <div className="row">
        {mayWrite && <ButtonLink href={`/documents/${documentId}/draft`}>Open the draft to correct it</ButtonLink>}
        <ButtonLink look="secondary" href={`/documents/${documentId}`}>Read it as a page</ButtonLink>
      </div>
    </>
  );
}
