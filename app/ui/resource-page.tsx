import { resourceKindNames, type ResourceKind } from "~/domain/resources/resource";
import type { ResourceState } from "~/domain/resources/stages";
import { Button, ButtonLink } from "./button";
import { Day } from "./dates";
import { EmptyState } from "./empty-state";
import { KeyFacts } from "./key-facts";
import { NoticeLine } from "./notice-line";
import { PageHead, SectionHead } from "./page-head";
import { Phone, Standing } from "./resource-list";

type Moment = Date | string;
type Citation = { id: string; clauseId: string; clauseName: string; lookedAt: Moment | null; lookedNote: string; lookedBy: string | null; edition: { number: number }; document: { id: string; number: string; title: string; keptBy: string }; since: "changed" | "gone" | null; waits: boolean; mayReview: boolean };

export type ResourcePageProps = {
  resource: { id: string; kind: ResourceKind; name: string; organization: string; phone: string; hours: string; validUntil: string | null; state: ResourceState; closedAt: Moment | null; closedReason: string; gone: "closed" | "lapsed" | null };
  timeZone: string;
  citations: readonly Citation[];
  cut: boolean;
  mayWrite: boolean;
  mayCite: boolean;
};

/** A resource: what it is, whether it is there, and every clause that relies on it. */
export function ResourcePage({ resource, timeZone, citations, cut, mayWrite, mayCite }: ResourcePageProps) {
  const { id, kind, name, organization, phone, hours, gone, closedAt, closedReason, state } = resource;
  const path = `/resources/${id}`;
  const waiting = citations.filter(({ waits }) => waits).length;
  return (
    <>
      <PageHead
        title={name}
        above={<a href="/resources">Resources</a>}
        actions={
          mayWrite && (
            <>
              <ButtonLink look="secondary" href={`${path}/description`}>Change</ButtonLink>
              {state === "open" ? (
                <ButtonLink look="secondary" href={`${path}/closing`}>Close it</ButtonLink>
              ) : (
                <form method="post" action={`${path}/reopening`}>
                  <Button look="secondary">It is open again</Button>
                </form>
              )}
            </>
          )
        }
      >
        <KeyFacts
          facts={[
            { term: "What it is", fact: `${resourceKindNames[kind]}, ${organization}` },
            ...(phone ? [{ term: "Phone", fact: <Phone phone={phone} /> }] : []),
            ...(hours ? [{ term: "Hours", fact: hours }] : []),
            { term: "State", fact: <Standing gone={gone} validUntil={resource.validUntil} /> },
          ]}
        />
      </PageHead>
      {gone === "closed" && closedAt && (
        <NoticeLine kind="warning" title="Closed.">
          {closedReason} <Day at={closedAt} timeZone={timeZone} />
        </NoticeLine>
      )}
      {gone === "lapsed" && <NoticeLine kind="warning" title="The agreement has ended.">Change its last day when it is extended.</NoticeLine>}
      <section className="section" aria-labelledby="clauses">
        <SectionHead id="clauses" title="Clauses that cite it" more={mayCite ? <a href={`${path}/citations`}>Add a clause</a> : undefined} />
        {waiting > 0 && <p>{waiting === 1 ? "One clause needs review." : `${waiting} clauses need review.`}</p>}
        {citations.length === 0 ? (
          <EmptyState title="No clause cites it yet." step={mayCite && <ButtonLink href={`${path}/citations`}>Add a clause</ButtonLink>} />
        ) : (
          <ul className="lines" role="list">
            {citations.map((citation) => (
              <CitationLine key={citation.id} citation={citation} gone={gone !== null} timeZone={timeZone} mayCite={mayCite} />
            ))}
          </ul>
        )}
        {cut && <p className="quiet">Only the first 500 clauses are shown.</p>}
      </section>
    </>
  );
}

function CitationLine({ citation, gone, timeZone, mayCite }: { citation: Citation; gone: boolean; timeZone: string; mayCite: boolean }) {
  const { id, clauseId, clauseName, document, edition, since, waits, mayReview, lookedAt, lookedBy, lookedNote } = citation;
  return (
    <li className="needs-line">
      <div>
        <p className="needs-what">
          <a href={`/documents/${document.id}/clauses/${clauseId}`}>{`${document.number}, ${clauseName}`}</a>
        </p>
        <p className="needs-why">{`${document.title}, edition ${edition.number}, kept by ${document.keptBy}`}</p>
        {waits && <p className="overdue">Needs review</p>}
        {since && <p className="quiet">{since === "gone" ? "The newest edition no longer has this clause." : "The clause has changed since it was linked."}</p>}
        {gone && !waits && lookedAt && (
          <>
            <p className="said">{lookedNote}</p>
            <p className="quiet small">
              {`Looked at by ${lookedBy ?? "somebody"} on `}
              <Day at={lookedAt} timeZone={timeZone} />
            </p>
          </>
        )}
      </div>
      <div className="row no-print">
        {waits && mayReview && <ButtonLink look="secondary" href={`/citations/${id}/review`}>Look at it</ButtonLink>}
        {mayCite && (
          <form method="post" action={`/citations/${id}/removal`}>
            <Button look="quiet">
              Take it away<span className="visually-hidden">{`: ${document.number}, ${clauseName}`}</span>
            </Button>
          </form>
        )}
      </div>
    </li>
  );
}
