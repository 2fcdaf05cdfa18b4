import { assignments, shifts } from "~/domain/training/assignment";
import { codeInWords } from "~/domain/training/codes";
import { currencyNames, currencyOn } from "~/domain/training/refresher";
import { Button } from "./button";
import { Day } from "./dates";
import { EmptyState } from "./empty-state";
import { ErrorSummary } from "./error-summary";
import { FindByName } from "./find-by-name";
import { Field, Select } from "./field";
import { PageHead, SectionHead } from "./page-head";
import { errorAt, errorsOf, typed, type RefusedForm } from "./refused-form";
import { Table } from "./table";

export type TraineesPageProps = {
  organization: string;
  today: string;
  timeZone: string;
  trainees: { id: string; name: string; assignment: string; shift: string; code: string; leftOn: string | null; lastTrained: string | null }[];
  next: string | null;
  letters: string;
  shown: keyof typeof shownNames;
  mayLeave: boolean;
  headcounts: { assignment: string; shift: string; staff: number; target: number }[];
  refusedPerson?: RefusedForm;
  refusedService?: RefusedForm;
  refusedHeadcount?: RefusedForm;
};

const shownNames = { all: "Everybody", due: "Refresher due within 90 days", past: "Past 24 months", never: "Without a certificate" } as const;

/** The people of one organization in training, and how many serve there. Nobody else sees the names. */
export function TraineesPage({ organization, today, timeZone, trainees, next, letters, shown, mayLeave, headcounts, refusedPerson, refusedService, refusedHeadcount }: TraineesPageProps) {
  const options = (words: readonly string[]) => words.map((word) => ({ value: word, label: word }));
  return (
    <>
      <PageHead title="Our people in training" above={<a href="/training">Training</a>} lead={`Only ${organization} sees these names. The program sees how many are trained, and no count below 5.`} />
      <ErrorSummary errors={errorsOf(refusedService)} />
      {(trainees.length > 0 || letters || shown !== "all") && (
        <FindByName action="/training/people" letters={letters} all={shown === "all"}>
          <Select label="Show" name="show" required={false} defaultValue={shown} options={Object.entries(shownNames).map(([value, label]) => ({ value, label }))} />
        </FindByName>
      )}
      {trainees.length === 0 && (letters || shown !== "all") ? (
        <p>{`Nobody is on this list: ${shownNames[shown].toLowerCase()}${letters ? `, with “${letters}” in the name` : ""}.`}</p>
      ) : trainees.length === 0 ? (
        <EmptyState title="Nobody yet." >
          <p>Add the people who are to be trained. Each gets a code, with which they sign in to a course on their phone.</p>
        </EmptyState>
      ) : (
        <Table
          caption="Our people in training"
          hideCaption
          rows={trainees}
          stacks
          rowKey={({ id }) => id}
          columns={[
            { title: "Name", heading: true, cell: ({ name }) => name },
            { title: "Serves in", cell: ({ assignment, shift }) => `${assignment}, ${shift.toLowerCase()}` },
            { title: "Own code", cell: ({ code }) => <span className="nowrap">{codeInWords(code)}</span> },
            { title: "Last trained", cell: ({ lastTrained }) => (lastTrained ? <><Day at={lastTrained} timeZone={timeZone} />. {currencyNames[currencyOn(today, lastTrained)]}</> : "Not yet") },
            ...(mayLeave ? [{ title: "Service", cell: (trainee: TraineesPageProps["trainees"][number]) => <Service trainee={trainee} timeZone={timeZone} /> }] : []),
          ]}
        />
      )}
      {next && <p><a href={`/training/people?${new URLSearchParams({ ...(letters ? { name: letters } : {}), ...(shown === "all" ? {} : { show: shown }), after: next })}`}>More people</a></p>}
      <form method="post" action="/training/people" className="form" noValidate>
        <h2>Add a person</h2>
        <ErrorSummary errors={errorsOf(refusedPerson)} />
        <Field label="Name" name="name" required autoComplete="off" defaultValue={typed(refusedPerson, "name")} error={errorAt(refusedPerson, "name")} />
        <Select label="Serves in" name="assignment" required defaultValue={typed(refusedPerson, "assignment", "Patrol")} error={errorAt(refusedPerson, "assignment")} options={options(assignments)} />
        <Select label="Shift" name="shift" required defaultValue={typed(refusedPerson, "shift", "Day")} error={errorAt(refusedPerson, "shift")} options={options(shifts)} />
        <Button>Add the person</Button>
      </form>
      <section aria-labelledby="headcount">
        <SectionHead id="headcount" title="Headcount" />
        {headcounts.length > 0 && (
          <Table
            caption="How many serve"
            hideCaption
            rows={headcounts}
            rowKey={({ assignment, shift }) => `${assignment} ${shift}`}
            columns={[
              { title: "Serving in", heading: true, cell: ({ assignment, shift }) => `${assignment}, ${shift.toLowerCase()}` },
              { title: "People", number: true, cell: ({ staff }) => staff },
              { title: "To be trained", number: true, cell: ({ target }) => `${target} %` },
            ]}
          />
        )}
        <form method="post" action="/training/people/headcount" className="form" noValidate>
          <ErrorSummary errors={errorsOf(refusedHeadcount)} />
          <Select label="Serving in" name="assignment" id="headcount-assignment" required defaultValue={typed(refusedHeadcount, "assignment", "Patrol")} error={errorAt(refusedHeadcount, "assignment")} options={options(assignments)} />
          <Select label="Shift" name="shift" id="headcount-shift" required defaultValue={typed(refusedHeadcount, "shift", "Day")} error={errorAt(refusedHeadcount, "shift")} options={options(shifts)} />
          <Field label="People" name="staff" required inputMode="numeric" defaultValue={typed(refusedHeadcount, "staff")} error={errorAt(refusedHeadcount, "staff")} />
          <Field label="Percent to be trained" name="target" required inputMode="numeric" defaultValue={typed(refusedHeadcount, "target", "25")} error={errorAt(refusedHeadcount, "target")} />
          <Button look="secondary">Save the headcount</Button>
        </form>
      </section>
    </>
  );
}

/** Who has left counts no more; who is back counts again. */
function Service({ trainee: { id, name, leftOn }, timeZone }: { trainee: { id: string; name: string; leftOn: string | null }; timeZone: string }) {
  return (
    <form method="post" action={`/training/people/${id}/service`} className="in-line" data-not-kept>
      {leftOn && <>Left on <Day at={leftOn} timeZone={timeZone} />. </>}
      <Button look="quiet" name="serves" value={leftOn ? "yes" : "no"}>{leftOn ? "Is back" : "Has left"}<span className="visually-hidden">, {name}</span></Button>
    </form>
  );
}
