import { codeInWords } from "~/domain/training/codes";
import { courseStageNames, takesNames, type CourseStage } from "~/domain/training/course-stages";
import { enrollmentStateNames, type EnrollmentState } from "~/domain/training/enrollment";
import { Button, ButtonLink } from "./button";
import { Day } from "./dates";
import { EmptyState } from "./empty-state";
import { ErrorSummary } from "./error-summary";
import { FindByName } from "./find-by-name";
import { Select } from "./field";
import { PageHead } from "./page-head";
import { errorAt, errorsOf, typed, type RefusedForm } from "./refused-form";
import { Table } from "./table";

type Entry = { id: string; state: EnrollmentState; attended: string[]; mayCertify: boolean; certificate: { code: string } | null; trainee: { id: string; name: string; shift: string; code: string } };

export type RosterPageProps = {
  organization: string;
  timeZone: string;
  course: { id: string; title: string; stage: CourseStage; capacity: number; taken: number; days: string[] };
  entries: Entry[];
  /** Who may be put on the list and has these letters in the name; there are more where `moreToAdd`. */
  toAdd: { id: string; name: string; assignment: string; shift: string }[];
  moreToAdd: boolean;
  letters: string;
  refused?: RefusedForm;
};

/** One organization's own people in a course. Nobody else sees this page. */
export function RosterPage({ organization, timeZone, course, entries, toAdd, moreToAdd, letters, refused }: RosterPageProps) {
  const address = `/training/courses/${course.id}`;
  return (
    <>
      <PageHead title={`Our people: ${course.title}`} above={<a href={address}>The course</a>} lead={`Only ${organization} sees these names. ${courseStageNames[course.stage]}; ${course.taken} of ${course.capacity} places are taken.`} />
      <ErrorSummary errors={errorsOf(refused)} />
      {entries.length === 0 ? (
        <EmptyState title="None of your people is on the list yet." step={<ButtonLink look="secondary" href="/training/people">Our people</ButtonLink>} />
      ) : (
        <Table
          caption="Our people in this course"
          hideCaption
          stacks
          rows={entries}
          rowKey={({ id }) => id}
          columns={[
            { title: "Name", heading: true, cell: ({ trainee }) => trainee.name },
            { title: "Own code", cell: ({ trainee }) => <span className="nowrap">{codeInWords(trainee.code)}</span> },
            { title: "Place", cell: ({ state }) => enrollmentStateNames[state] },
            { title: "Present", cell: (entry) => <Presence entry={entry} days={course.days} timeZone={timeZone} mark={course.stage === "running" || course.stage === "completed"} /> },
            { title: "Next", cell: (entry) => <Next entry={entry} open={takesNames(course.stage)} /> },
          ]}
        />
      )}
      {takesNames(course.stage) && (toAdd.length > 0 || letters) && <h2>Put somebody on the list</h2>}
      {takesNames(course.stage) && (moreToAdd || letters) && <FindByName action={`${address}/people`} letters={letters} />}
      {takesNames(course.stage) && letters && toAdd.length === 0 && <p>Nobody of yours who is not on the list has “{letters}” in the name.</p>}
      {takesNames(course.stage) && toAdd.length > 0 && (
        <form method="post" action={`${address}/people${letters ? `?name=${encodeURIComponent(letters)}` : ""}`} className="form" noValidate>
          {moreToAdd && <p className="quiet">The first {toAdd.length} names are offered. Type part of a name to find others.</p>}
          <Select label="Person" name="traineeId" required defaultValue={typed(refused, "traineeId")} error={errorAt(refused, "traineeId")} options={[{ value: "", label: "Choose" }, ...toAdd.map(({ id, name, assignment, shift }) => ({ value: id, label: `${name}, ${assignment}, ${shift}` }))]} />
          <Button>Put on the list</Button>
        </form>
      )}
    </>
  );
}

function Presence({ entry, days, timeZone, mark }: { entry: Entry; days: string[]; timeZone: string; mark: boolean }) {
  if (entry.state !== "enrolled") return null;
  const missing = days.filter((day) => !entry.attended.includes(day));
  return (
    <>
      {`${entry.attended.length} of ${days.length} days`}
      {mark &&
        missing.map((day) => (
          <form key={day} method="post" action={`/training/places/${entry.id}/attendance`} className="in-line">
            <input type="hidden" name="day" value={day} />
            <Button look="quiet">Was there on <Day at={day} timeZone={timeZone} /></Button>
          </form>
        ))}
    </>
  );
}

function Next({ entry, open }: { entry: Entry; open: boolean }) {
  if (entry.certificate) return <a href={`/training/places/${entry.id}/certificate`}>{`Certificate ${codeInWords(entry.certificate.code)}`}</a>;
  if (entry.mayCertify)
    return (
      <form method="post" action={`/training/places/${entry.id}/certificate`}>
        <Button look="secondary">Issue the certificate</Button>
      </form>
    );
  if (open && entry.state !== "withdrawn")
    return (
      <form method="post" action={`/training/places/${entry.id}/withdrawal`}>
        <Button look="quiet">Take off the list</Button>
      </form>
    );
  return null;
}
