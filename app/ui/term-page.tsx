import { ButtonLink } from "./button";
import { When } from "./dates";
import { PageHead, SectionHead } from "./page-head";

type Moment = Date | string;
type Clauses = readonly { id: string; number: string; title: string }[];
type Definition = { id: string; number: number; body: string; source: string; writtenAt: Moment; writtenBy: { name: string; organization: { name: string } } };

export type TermPageProps = {
  term: { id: string; name: string; variants: readonly string[]; definitions: readonly Definition[] };
  uses: readonly {
    id: string;
    number: string;
    title: string;
    edition: { number: number; clauses: Clauses; dated: string | null } | null;
    drafts: readonly { proposal: { id: string; number: number; title: string } | null; clauses: Clauses }[];
  }[];
  timeZone: string;
  mayDefine: boolean;
};

/** One term: what it means, what it meant, and every text that uses it. */
export function TermPage({ term, uses, timeZone, mayDefine }: TermPageProps) {
  const [now, ...before] = term.definitions;
  return (
    <article>
      <PageHead
        title={term.name}
        above={<a href="/glossary">Glossary</a>}
        lead={term.variants.length > 0 ? `Also found as ${term.variants.join(", ")}` : undefined}
        actions={
          mayDefine ? (
            <>
              <ButtonLink href={`/glossary/${term.id}/definitions`}>{now ? "Define anew" : "Define"}</ButtonLink>
              <ButtonLink look="secondary" href={`/glossary/${term.id}/variants`}>Other forms</ButtonLink>
            </>
          ) : undefined
        }
      />
      <section className="section" aria-labelledby="meaning">
        <SectionHead id="meaning" title="What it means" />
        {now ? <DefinitionText definition={now} timeZone={timeZone} /> : <p className="term-warning">Not defined yet. Every text that uses the term is warned.</p>}
      </section>
      <section className="section" aria-labelledby="uses">
        <SectionHead id="uses" title="Who uses this term" />
        {uses.length === 0 ? <p className="quiet">No document that you may read uses it.</p> : <ul className="lines" role="list">{uses.map((document) => <Use key={document.id} document={document} />)}</ul>}
      </section>
      {before.length > 0 && (
        <section className="section" aria-labelledby="history">
          <SectionHead id="history" title="What it meant before" />
          <ol className="plain definitions-before" role="list">
            {before.map((definition) => (
              <li key={definition.id}>
                <DefinitionText definition={definition} timeZone={timeZone} />
              </li>
            ))}
          </ol>
        </section>
      )}
    </article>
  );
}

function DefinitionText({ definition: { number, body, source, writtenAt, writtenBy }, timeZone }: { definition: Definition; timeZone: string }) {
  return (
    <>
      <p className="definition-text">{body}</p>
      <p className="quiet small">
        {`Definition ${number}, by ${writtenBy.name}, ${writtenBy.organization.name}, `}
        <When at={writtenAt} timeZone={timeZone} />
        {source && `. From: ${source}`}
      </p>
    </>
  );
}

function Use({ document: { id, number, title, edition, drafts } }: { document: TermPageProps["uses"][number] }) {
  return (
    <li className="term-use">
      <p>
        <a href={`/documents/${id}`}>{`${number} ${title}`}</a>
      </p>
      {edition && (
        <p className="small">
          {`Edition ${edition.number}, in clause `}
          <ClauseLinks path={`/documents/${id}`} clauses={edition.clauses} />
          {edition.dated && <span className="term-warning term-dated">{edition.dated}</span>}
        </p>
      )}
      {drafts.map(({ proposal, clauses }) => (
        <p key={proposal?.id ?? "own"} className="small">
          {proposal ? <a href={`/proposals/${proposal.id}`}>{`Proposal ${proposal.number}: ${proposal.title}`}</a> : "Draft"}
          {", in clause "}
          {proposal ? clauses.map((clause) => clause.number).join(", ") : <ClauseLinks path={`/documents/${id}`} clauses={clauses} />}
        </p>
      ))}
    </li>
  );
}

function ClauseLinks({ path, clauses }: { path: string; clauses: Clauses }) {
  return (
    <>
      {clauses.map((clause, at) => (
        <span key={clause.id}>
          {at > 0 && ", "}
          <a href={`${path}#clause-${clause.id}`} title={clause.title || undefined}>
            {clause.number}
          </a>
        </span>
      ))}
    </>
  );
}
