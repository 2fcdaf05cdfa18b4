import { ButtonLink } from "./button";
import { Day, When } from "./dates";
import { EmptyState } from "./empty-state";
import { NeedsYou } from "./needs-you";
import { PageHead, SectionHead } from "./page-head";
import { Table } from "./table";

type Moment = Date | string;

export type AcknowledgementListProps = {
  now: Moment;
  timeZone: string;
  waiting: { adoptionId: string; number: string; title: string; edition: number; since: Moment; from: Moment }[];
  done: { adoptionId: string; number: string; title: string; edition: number; at: Moment; editionHash: string }[];
  progress: { adoptionId: string; agency: string; number: string; title: string; edition: number; names: boolean; done: string }[];
  after: string;
  next: string | null;
};

/** What the reader is asked to read, what they have read, and how far the agencies are. */
export function AcknowledgementList({ now, timeZone, waiting, done, progress, after, next }: AcknowledgementListProps) {
  return (
    <>
      <PageHead title="To read and acknowledge" lead="When your agency adopts an edition, everybody in it reads it and says so here." />
      <section aria-labelledby="waiting" className="section">
        <SectionHead id="waiting" title="Waiting for you" />
        {waiting.length === 0 ? (
          <EmptyState title="You have read everything that your agency adopted." step={<ButtonLink look="secondary" href="/documents">Read what is in force</ButtonLink>} />
        ) : (
          <NeedsYou
            lines={waiting.map(({ adoptionId, number, title, edition, since, from }) => ({
              id: adoptionId,
              what: `${number} ${title}, edition ${edition}`,
              why: (
                <>
                  {"Adopted "}
                  <Day at={since} timeZone={timeZone} now={now} />
                  {", in force from "}
                  <Day at={from} timeZone="UTC" />.
                </>
              ),
              button: { label: "Read", href: `/acknowledgements/${adoptionId}` },
            }))}
          />
        )}
      </section>
      {done.length > 0 && (
        <section aria-labelledby="done" className="section">
          <SectionHead id="done" title="Acknowledged by you" />
          <ul className="lines" role="list">
            {done.map(({ adoptionId, number, title, edition, at }) => (
              <li key={adoptionId}>
                <p className="needs-what">
                  <a href={`/acknowledgements/${adoptionId}`}>{`${number} ${title}, edition ${edition}`}</a>
                </p>
                <p className="needs-why">
                  <When at={at} timeZone={timeZone} now={now} />
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {(progress.length > 0 || after) && (
        <section aria-labelledby="progress" className="section">
          <SectionHead id="progress" title="How far the agencies are" />
          <Table
            caption="Acknowledged, by document and agency"
            hideCaption
            stacks
            rows={progress}
            rowKey={({ adoptionId }) => adoptionId}
            columns={[
              { title: "Document", heading: true, cell: ({ number, title, edition }) => `${number} ${title}, edition ${edition}` },
              { title: "Agency", cell: ({ agency, adoptionId, names }) => (names ? <a href={`/acknowledgements/agencies/${adoptionId}`}>{agency}</a> : agency) },
              { title: "Acknowledged", cell: ({ done: share }) => share },
            ]}
          />
          {(after || next) && (
            <nav className="row" aria-label="Pages">
              {after && <a href="/acknowledgements#progress">From the start</a>}
              {next && <a href={`/acknowledgements?after=${encodeURIComponent(next)}#progress`}>More documents</a>}
            </nav>
          )}
        </section>
      )}
    </>
  );
}
