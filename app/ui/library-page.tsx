import type { DocumentNode } from "~/editor/schema/document-node";
import type { Redline } from "~/editor/redline";
import type { PlainLanguage } from "~/domain/plain-texts/languages";
import type { Review } from "~/domain/review/cycle";
import type { Tally } from "~/domain/voting/tally";
import { Day } from "./dates";
import { DocumentText } from "./document-text";
import { ErrorSummary } from "./error-summary";
import { ExportMenu } from "./export-menu";
import type { GroupFace } from "./group-mark";
import { KeyFacts, type Fact } from "./key-facts";
import { DecisionRecordView, type DecisionRecord } from "./library-edition";
import { LibraryFoot } from "./library-foot";
import { LibraryStanding, type AgencyHolding } from "./library-standing";
import { NoticeLine } from "./notice-line";
import { OwedAnswers, type OwedAnswer } from "./owed-answers";
import { OwnTextDifferences, type OwnTextOnPage } from "./own-text";
import { PageHead, SectionHead } from "./page-head";
import type { PlainTexts } from "./plain-clause";
import { ReadingChoice } from "./reading-choice";
import { ReviewDue } from "./review-page";
import type { ShownTerm } from "./terms-used";
import { RedlineReadings } from "./redline-view";
import { TextOfDay } from "./text-of-day";

type Moment = Date | string;

type Text = {
  edition: { number: number; hash: string };
  adoption: { from: string; until: string | null } | null;
  own: OwnTextOnPage | null;
  content: DocumentNode;
  terms: readonly ShownTerm[];
  reading: { chosen: PlainLanguage | null; languages: PlainLanguage[]; texts: PlainTexts | null };
  change: Redline | null;
  record: DecisionRecord | null;
  tally: Tally | null;
  faces: Record<string, GroupFace>;
  starts: { agency: string; from: string }[];
};

export type LibraryPageProps = {
  document: { number: string; title: string; program: { name: string; timeZone: string }; editions: { number: number }[] };
  text: Text | null;
  agencies: readonly AgencyHolding[];
  /** The agency whose text is asked for; null for the carried one. */
  agency: { id: string; name: string } | null;
  owed: readonly OwedAnswer[];
  asOf: string | null;
  today: string;
  /** The day that was typed, with what is wrong with it. */
  wrongDay?: { typed: string; message: string };
  review: Review | null;
  now: Moment;
  /** The address of this page, without the choice of a reading. */
  path: string;
};

/** A document as anybody reads it: the text that was asked for, what changed, and how it was decided. */
export function LibraryPage(page: LibraryPageProps) {
  const { document, text, agencies, agency, owed, asOf, today, wrongDay, now } = page;
  const shelf = `/library/${encodeURIComponent(document.number)}`;
  const asked = { asOf: wrongDay?.typed ?? asOf ?? today, agencyId: agency?.id ?? "", error: wrongDay?.message };
  const dayForm = <TextOfDay path={shelf} agencies={agencies} asked={asked} open={wrongDay !== undefined || asOf !== null || agency !== null} />;
  const exported = text && !wrongDay;
  return (
    <article>
      <PageHead
        title={document.title}
        above={<a href="/library">Library</a>}
        lead={`${document.number}${text && !wrongDay ? `, edition ${text.edition.number}` : ""}, ${document.program.name}`}
        actions={exported && <ExportMenu path={`${shelf}/editions/${text.edition.number}`} agency={text.own ? agency?.id : undefined} />}
      />
      {wrongDay && <ErrorSummary errors={[{ field: "asOf", message: wrongDay.message }]} />}
      <div className="stack">
        {!wrongDay && asOf === null && !agency && <OwedAnswers owed={owed} timeZone={document.program.timeZone} now={now} hrefOf={({ proposal }) => (proposal ? `/library/recommendations/${proposal.number}` : null)} />}
        {wrongDay ? dayForm : <Shown page={page} dayForm={dayForm} />}
      </div>
      {!wrongDay && text && <TextAndRecord page={page} text={text} />}
      <LibraryFoot />
    </article>
  );
}

function Shown({ page, dayForm }: { page: LibraryPageProps; dayForm: JSX.Element }) {
  const { document, text, asOf, today, agency, review } = page;
  const facts: Fact[] = [
    { term: asOf ? "In force that day" : "In force", fact: <LibraryStanding {...page} starts={text?.starts ?? []} edition={text?.edition.number ?? null} number={document.number} /> },
    ...(review && !asOf ? [{ term: "Review", fact: <ReviewDue review={review} /> }] : []),
    { term: "Editions", fact: <Editions number={document.number} editions={document.editions} current={asOf || !text ? null : text.edition.number} /> },
    ...(text ? [{ term: "SHA-256 of the text", fact: <code className="hash">{text.own?.hash ?? text.edition.hash}</code> }] : []),
  ];
  return (
    <>
      {asOf && (
        <NoticeLine kind="info">
          {`${text ? `Edition ${text.edition.number} ${asOf > today ? "is" : "was"}` : `Nothing ${asOf > today ? "is" : "was"}`} in force ${agency ? `at ${agency.name} ` : text ? "" : "at any agency "}on `}
          <Day at={asOf} timeZone="UTC" />
          {asOf > today ? ", as far as it is decided today. " : ". "}
          <a href={`/library/${encodeURIComponent(document.number)}`}>Read what is in force today</a>
        </NoticeLine>
      )}
      {!asOf && agency && !text && <NoticeLine kind="info">{`Nothing is in force at ${agency.name} today.`}</NoticeLine>}
      {agency && text && <OfAgency agency={agency.name} text={text} number={document.number} />}
      <KeyFacts facts={facts} />
      {dayForm}
    </>
  );
}

function OfAgency({ agency, text, number }: { agency: string; text: Text; number: string }) {
  const edition = `/library/${encodeURIComponent(number)}/editions/${text.edition.number}`;
  return text.own ? (
    <NoticeLine kind="warning" title={`The text of ${agency}.`}>
      {`It adopted edition ${text.edition.number} with changes, so this is not word for word what the groups carried. `}
      <a href="#own-changes">What it changed, and why</a>
      {". "}
      <a href={edition}>Read the carried text</a>
    </NoticeLine>
  ) : (
    <p className="quiet">{`${agency} adopted edition ${text.edition.number} as it was carried.`}</p>
  );
}

function TextAndRecord({ page: { document, agency, path, now }, text }: { page: LibraryPageProps; text: Text }) {
  const { edition, own, content, terms, reading, change, record, tally, faces } = text;
  const { timeZone } = document.program;
  return (
    <>
      <section className="section" aria-label="Text">
        <ReadingChoice path={path} {...reading} />
        <DocumentText content={content} terms={terms} plain={reading.texts} />
      </section>
      {own && agency && <OwnTextDifferences agency={agency.name} own={own} votedHash={edition.hash} />}
      {change && (
        <section className="section" aria-labelledby="change">
          <SectionHead title="Change from the edition before" id="change" />
          <RedlineReadings changes={change} />
        </section>
      )}
      {record && <DecisionRecordView record={record} tally={tally} faces={faces} timeZone={timeZone} now={now} textPath={`/library/${encodeURIComponent(document.number)}/editions/${edition.number}?agency=`} />}
    </>
  );
}

function Editions({ number, editions, current }: { number: string; editions: { number: number }[]; current: number | null }) {
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
