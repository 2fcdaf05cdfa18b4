import { askedInWords, heldInWords, type AskedSince, type VarianceLine } from "~/domain/decisions/variance";
import { ClauseDifferences } from "./clause-differences";
import { ButtonLink } from "./button";
import { Day } from "./dates";
import { EmptyState } from "./empty-state";
import { PageHead } from "./page-head";
import { Table } from "./table";

type Moment = Date | string;
type Asked = AskedSince & { decisionId: string };
type Held = Omit<VarianceLine, "asked"> & { organizationId: string; asked: readonly Asked[] };

export type VarianceMatrixProps = {
  documents: readonly { id: string; number: string; title: string; agencies: readonly Held[] }[];
  after: string;
  next: string | null;
  now: Moment;
};

/** Policy by agency: the same text, each agency's answer, and each difference by clause with its reason. */
export function VarianceMatrix({ documents, after, next, now }: VarianceMatrixProps) {
  return (
    <>
      <PageHead
        title="Policy by agency"
        above={<a href="/decisions">Decisions</a>}
        lead="The same text, and what each agency made of it: adopted as it was carried, adopted with changes and why, declined, or not answered."
        actions={documents.length > 0 && <ButtonLink look="secondary" href="/decisions/variance/table.csv">Take it as a table (CSV)</ButtonLink>}
      />
      {documents.length === 0 && <EmptyState title={after ? "There are no more documents." : "No agency has been asked about a document yet."}>A decision is asked for when a vote carries, or when a coordinator sends a first edition to the agency heads.</EmptyState>}
      <div className="variance">
        {documents.map((document) => (
          <section key={document.id} className="section" aria-labelledby={`document-${document.id}`}>
            <h2 id={`document-${document.id}`}>
              <a href={`/documents/${document.id}`}>{`${document.number} ${document.title}`}</a>
            </h2>
            <Table
              caption={`${document.number} by agency`}
              hideCaption
              rows={document.agencies}
              rowKey={({ organizationId }) => organizationId}
              columns={[
                { title: "Agency", heading: true, cell: ({ agency }) => agency },
                { title: "In force", cell: (held) => <InForce held={held} documentId={document.id} /> },
                { title: "Open, or declined since", cell: ({ asked, agency }) => <AskedSinceThen asked={asked} agency={agency} now={new Date(now)} /> },
              ]}
            />
          </section>
        ))}
      </div>
      {(after || next) && (
        <nav className="row section" aria-label="Pages">
          {after && <a href="/decisions/variance">From the start</a>}
          {next && <a href={`/decisions/variance?after=${encodeURIComponent(next)}`}>More documents</a>}
        </nav>
      )}
    </>
  );
}

function InForce({ held, documentId }: { held: Held; documentId: string }) {
  const { edition, since, until, own, agency, organizationId, comingEdition, comingFrom, comingOwn, comingDifferences } = held;
  return (
    <div className="stack">
      <p>
        {heldInWords(held)}
        {since && (
          <>
            {", since "}
            <Day at={since} timeZone="UTC" />
          </>
        )}
        {until && (
          <>
            {", until "}
            <Day at={until} timeZone="UTC" />
          </>
        )}
      </p>
      {own && <Differences agency={agency} differences={held.differences} href={`/documents/${documentId}?edition=${edition}&agency=${organizationId}`} />}
      {comingEdition !== null && comingFrom && (
        <p className="quiet">
          {`${heldInWords({ edition: comingEdition, own: comingOwn, until: null, differences: comingDifferences })} from `}
          <Day at={comingFrom} timeZone="UTC" />
        </p>
      )}
      {comingOwn && <Differences agency={agency} differences={comingDifferences} href={`/documents/${documentId}?edition=${comingEdition}&agency=${organizationId}`} />}
    </div>
  );
}

function Differences({ agency, differences, href }: { agency: string; differences: Held["differences"]; href: string }) {
  return (
    <>
      <ClauseDifferences differences={differences} />
      <p>
        <a href={href}>
          Read its text<span className="visually-hidden">{`, ${agency}`}</span>
        </a>
      </p>
    </>
  );
}

function AskedSinceThen({ asked, agency, now }: { asked: readonly Asked[]; agency: string; now: Date }) {
  if (asked.length === 0) return <span className="quiet">Nothing open</span>;
  return (
    <ul role="list" className="plain stack">
      {asked.map((answer) => {
        const words = askedInWords(answer, now);
        return (
          <li key={answer.decisionId}>
            <p>
              <a href={`/decisions/${answer.decisionId}`} className={words.endsWith("overdue") ? "overdue" : undefined}>
                {words}
                <span className="visually-hidden">{`, ${agency}`}</span>
              </a>
            </p>
            {answer.reasons && <p className="said">{answer.reasons}</p>}
          </li>
        );
      })}
    </ul>
  );
}
