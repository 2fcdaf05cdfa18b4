import { questionField } from "~/domain/acknowledgement/acknowledge";
import type { Redline } from "~/editor/redline";
import type { DocumentNode } from "~/editor/schema/document-node";
import { Button } from "./button";
import { Day, When } from "./dates";
import { DocumentText } from "./document-text";
import { ErrorSummary } from "./error-summary";
import { Choices } from "./field";
import { NoticeLine } from "./notice-line";
import { PageHead, SectionHead } from "./page-head";
import { RedlineReadings } from "./redline-view";
import { errorAt, errorsOf, typed, type RefusedForm } from "./refused-form";
import type { ShownTerm } from "./terms-used";

type Moment = Date | string;

export type AcknowledgementPageProps = {
  id: string;
  agency: string;
  document: { number: string; title: string };
  edition: { number: number; hash: string };
  from: string;
  timeZone: string;
  now: Moment;
  newer: { id: string; edition: number } | null;
  ended: boolean;
  questions: { id: string; question: string; choices: string[] }[];
  content: DocumentNode | null;
  terms: readonly ShownTerm[];
  change: { since: { edition: number; at: Moment }; redline: Redline } | null;
  done: { at: Moment } | null;
  refused?: RefusedForm;
};

/** An edition to read on any screen: what changed for this reader, the text, the questions, and one button. */
export function AcknowledgementPage(page: AcknowledgementPageProps) {
  const { agency, document, edition, from, timeZone, now, newer, ended, content, terms, change, done, refused } = page;
  return (
    <article className="acknowledgement">
      <PageHead
        title={document.title}
        above={<a href="/acknowledgements">To read and acknowledge</a>}
        lead={
          <>
            {`${document.number}, edition ${edition.number}. In force at ${agency} from `}
            <Day at={from} timeZone="UTC" />.
          </>
        }
      />
      <ErrorSummary errors={errorsOf(refused)} />
      {newer && (
        <NoticeLine kind="warning">
          {`Your agency has adopted edition ${newer.edition} since. `}
          <a href={`/acknowledgements/${newer.id}`}>{`Read edition ${newer.edition}`}</a>
        </NoticeLine>
      )}
      {ended && <NoticeLine kind="info">This text is no longer in force at your agency.</NoticeLine>}
      {done && (
        <NoticeLine kind="success">
          {"You acknowledged this edition on "}
          <When at={done.at} timeZone={timeZone} now={now} />.
        </NoticeLine>
      )}
      {change && (
        <section className="section" aria-labelledby="changed">
          <SectionHead id="changed" title={`What changed since edition ${change.since.edition}`} />
          <p className="quiet">
            {"You acknowledged that edition on "}
            <When at={change.since.at} timeZone={timeZone} now={now} />.
          </p>
          <RedlineReadings changes={change.redline} />
        </section>
      )}
      {content && (
        <section className="section" aria-label="Text">
          {change && <SectionHead title="The whole text" />}
          <DocumentText content={content} terms={terms} />
        </section>
      )}
      {!done && !newer && !ended && <Acknowledge {...page} />}
    </article>
  );
}

function Acknowledge({ id, edition, questions, refused }: AcknowledgementPageProps) {
  return (
    <form method="post" action={`/acknowledgements/${id}`} className="form acknowledge section" noValidate>
      <SectionHead title={questions.length > 0 ? "Before you acknowledge it" : "You have read it?"} />
      {questions.map(({ id: questionId, question, choices }) => (
        <Choices
          key={questionId}
          label={question}
          name={questionField(questionId)}
          required
          error={errorAt(refused, questionField(questionId))}
          defaultValue={typed(refused, questionField(questionId))}
          choices={choices.map((label, at) => ({ value: String(at), label }))}
        />
      ))}
      <Button>{`I have read and understood edition ${edition.number}`}</Button>
      <p className="quiet small hash">{`SHA-256 of the text: ${edition.hash}`}</p>
    </form>
  );
}
