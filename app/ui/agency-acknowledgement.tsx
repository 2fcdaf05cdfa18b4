import { Button, ButtonLink } from "./button";
import { Day, When } from "./dates";
import { ErrorSummary } from "./error-summary";
import { Field, TextArea } from "./field";
import { KeyFacts } from "./key-facts";
import { PageHead, SectionHead } from "./page-head";
import { errorAt, errorsOf, typed, type RefusedForm } from "./refused-form";
import { Table } from "./table";

type Moment = Date | string;

type Adoption = { id: string; agency: string; document: { number: string; title: string }; edition: { number: number }; since: Moment | null; timeZone: string };
export type AgencyAcknowledgementProps = Adoption & {
  people: { id: string; name: string; email: string; at: Moment | null }[];
  questions: { id: string; question: string; choices: string[]; answer: number }[];
  now: Moment;
};

/** Who of an agency has acknowledged an edition. Only the agency itself reads it. */
export function AgencyAcknowledgement({ id, agency, document, edition, since, timeZone, people, questions, now }: AgencyAcknowledgementProps) {
  const path = `/acknowledgements/agencies/${id}`;
  const missing = people.filter(({ at }) => at === null);
  const done = people.filter(({ at }) => at !== null);
  return (
    <>
      <PageHead
        title="Who has acknowledged"
        above={<a href="/acknowledgements">To read and acknowledge</a>}
        lead={`${document.number} ${document.title}, edition ${edition.number}, at ${agency}. Only your agency sees these names.`}
        actions={<ButtonLink look="secondary" href={`${path}/people.csv`}>Save as CSV</ButtonLink>}
      >
        <KeyFacts
          facts={[
            { term: "Acknowledged", fact: `${done.length} of ${people.length}` },
            ...(since ? [{ term: "Asked since", fact: <Day at={since} timeZone={timeZone} now={now} /> }] : []),
            { term: "Questions", fact: <a href={`${path}/questions`}>{questions.length === 0 ? "None. Ask some" : `${questions.length}. Change them`}</a> },
          ]}
        />
      </PageHead>
      <section aria-labelledby="missing" className="section">
        <SectionHead id="missing" title="Not yet" />
        {missing.length === 0 ? <p className="quiet">Everybody has acknowledged this edition.</p> : <People caption="Has not acknowledged" people={missing} timeZone={timeZone} />}
      </section>
      {done.length > 0 && (
        <section aria-labelledby="done" className="section">
          <SectionHead id="done" title="Acknowledged" />
          <People caption="Has acknowledged" people={done} timeZone={timeZone} />
        </section>
      )}
    </>
  );
}

function People({ caption, people, timeZone }: Pick<AgencyAcknowledgementProps, "people" | "timeZone"> & { caption: string }) {
  return (
    <Table
      caption={caption}
      hideCaption
      stacks
      rows={people}
      rowKey={({ id }) => id}
      columns={[
        { title: "Name", heading: true, cell: ({ name }) => name },
        { title: "E-mail", cell: ({ email }) => email },
        { title: "Acknowledged", cell: ({ at }) => (at ? <When at={at} timeZone={timeZone} /> : "Not yet") },
      ]}
    />
  );
}

/** The questions that an agency asks about an edition, and one more. */
export function QuizPage({ id, document, edition, questions, refused }: AgencyAcknowledgementProps & { refused?: RefusedForm }) {
  const path = `/acknowledgements/agencies/${id}`;
  return (
    <>
      <PageHead title="Questions about the text" above={<a href={path}>Who has acknowledged</a>} lead={`Your people answer them before they acknowledge edition ${edition.number} of ${document.number}. A wrong answer is told, and they try again; nothing is kept of it.`} />
      {questions.length > 0 && (
        <ul className="lines" role="list">
          {questions.map(({ id: questionId, question, choices, answer }) => (
            <li key={questionId} className="needs-line">
              <div>
                <p className="needs-what">{question}</p>
                <p className="needs-why">{choices.map((choice, at) => (at === answer ? `${choice} (right)` : choice)).join(" · ")}</p>
              </div>
              <form method="post" action={`/acknowledgements/questions/${questionId}/removal`}>
                <Button look="quiet">
                  Ask no more<span className="visually-hidden">{`: ${question}`}</span>
                </Button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <form method="post" action={`${path}/questions`} className="form" noValidate>
        <h2>Ask a question</h2>
        <ErrorSummary errors={errorsOf(refused)} />
        <Field label="Question" name="question" required autoComplete="off" defaultValue={typed(refused, "question")} error={errorAt(refused, "question")} />
        <TextArea label="Choices" name="choices" required hint="One on each line, with a star (*) before the right one." defaultValue={typed(refused, "choices")} error={errorAt(refused, "choices")} />
        <Button>Ask this question</Button>
      </form>
    </>
  );
}
