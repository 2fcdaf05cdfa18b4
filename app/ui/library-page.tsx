import type { DocumentNode } from "~/editor/schema/document-node";
import type { Redline } from "~/editor/redline";
import type { PlainLanguage } from "~/domain/plain-texts/languages";
import type { Review } from "~/domain/review/cycle";
import type { Tally } from "~/domain/voting/tally";
import { Day } from "./dates";
import { DocumentText } from "./document-text";
import { ExportMenu } from "./export-menu";
import type { GroupFace } from "./group-mark";
import { KeyFacts } from "./key-facts";
import { DecisionRecordView, type DecisionRecord } from "./library-edition";
import { LibraryFoot } from "./library-foot";
import { PageHead, SectionHead } from "./page-head";
import type { PlainTexts } from "./plain-clause";
import { ReadingChoice } from "./reading-choice";
import { ReviewDue } from "./review-page";
import type { ShownTerm } from "./terms-used";
import { RedlineReadings } from "./redline-view";

type Moment = Date | string;

export type LibraryPageProps = {
  document: { number: string; title: string; program: { name: string; timeZone: string }; editions: { number: number }[] };
  edition: { number: number; hash: string };
  agencies: { agency: string; since: string | null; inForce: boolean }[];
  starts: { agency: string; from: string }[];
  content: DocumentNode;
  terms: readonly ShownTerm[];
  reading: { chosen: PlainLanguage | null; languages: PlainLanguage[]; texts: PlainTexts | null };
  /** The address of this page, without the choice of a reading. */
  path: string;
  change: Redline | null;
  record: DecisionRecord | null;
  tally: Tally | null;
  faces: Record<string, GroupFace>;
  review: Review | null;
  now: Moment;
};

/** An edition as anybody reads it: the text, what changed, and how it was decided. */
export function LibraryPage({ document, edition, agencies, starts, content, terms, reading, path, change, record, tally, faces, review, now }: LibraryPageProps) {
  const { timeZone } = document.program;
  const standing = agencies.filter(({ inForce }) => inForce);
  return (
    <article>
      <PageHead title={document.title} above={<a href="/library">Library</a>} lead={`${document.number}, edition ${edition.number}, ${document.program.name}`} actions={<ExportMenu path={`/library/${encodeURIComponent(document.number)}/editions/${edition.number}`} />} />
      <KeyFacts
        facts={[
          {
            term: "In force",
            fact:
              standing.length === 0 ? (
                starts.length > 0 ? <Starts starts={starts} /> : "In force at no agency."
              ) : (
                <ul role="list" className="plain">
                  {standing.map(({ agency, since }) => (
                    <li key={agency}>
                      {`${agency}, since `}
                      <Day at={since ?? ""} timeZone="UTC" />
                    </li>
                  ))}
                </ul>
              ),
          },
          ...(review ? [{ term: "Review", fact: <ReviewDue review={review} /> }] : []),
          { term: "Editions", fact: <Editions number={document.number} editions={document.editions} current={edition.number} /> },
          { term: "SHA-256 of the text", fact: <code className="hash">{edition.hash}</code> },
        ]}
      />
      <section className="section" aria-label="Text">
        <ReadingChoice path={path} {...reading} />
        <DocumentText content={content} terms={terms} plain={reading.texts} />
      </section>
      {change && (
        <section className="section" aria-labelledby="change">
          <SectionHead title="Change from the edition before" id="change" />
          <RedlineReadings changes={change} />
        </section>
      )}
      {record && <DecisionRecordView record={record} tally={tally} faces={faces} timeZone={timeZone} now={now} />}
      <LibraryFoot />
    </article>
  );
}

function Starts({ starts }: { starts: { agency: string; from: string }[] }) {
  return (
    <ul role="list" className="plain">
      {starts.map(({ agency, from }) => (
        <li key={agency}>
          {`${agency}: from `}
          <Day at={from} timeZone="UTC" />
        </li>
      ))}
    </ul>
  );
}

function Editions({ number, editions, current }: { number: string; editions: { number: number }[]; current: number }) {
  return (
    <ul role="list" className="row">
      {editions.map((edition) => (
        <li key={edition.number}>
          <a href={`/library/${number}/editions/${edition.number}`} aria-current={edition.number === current ? "page" : undefined}>
            {`Edition ${edition.number}`}
          </a>
        </li>
      ))}
    </ul>
  );
}
