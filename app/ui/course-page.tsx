import { courseMoveNames, courseStageNames, type CourseMove, type CourseStage } from "~/domain/training/course-stages";
import { codeInWords } from "~/domain/training/codes";
import { sumInWords } from "~/domain/training/hours";
import { Button, ButtonLink } from "./button";
import { Day } from "./dates";
import { ErrorSummary } from "./error-summary";
import { Field, Select } from "./field";
import { GroupMark, type GroupFace } from "./group-mark";
import { KeyFacts } from "./key-facts";
import { PageHead, SectionHead } from "./page-head";
import { errorAt, errorsOf, typed, type RefusedForm } from "./refused-form";
import { Table } from "./table";

export type CoursePageProps = {
  course: { id: string; title: string; place: string; audience: string; capacity: number; taken: number | null; minutes: number; stage: CourseStage; edition: number | null; curriculum: { documentId: string; document: { number: string; title: string } }; instructors: { id: string; name: string; subject: string; minutes: number; organization: { name: string; group: GroupFace } }[] };
  days: { day: string; present: number | null; today: boolean; code: string | null }[];
  feedback: { answers: number; useful: number; pace: number; words: string[] } | null;
  fewest: number;
  organizations: { id: string; name: string }[];
  moves: CourseMove[];
  timeZone: string;
  may: { run: boolean; names: boolean; change: boolean };
  refused?: RefusedForm;
};

/** One course. Who is trained stays with their organizations; here are counts. */
export function CoursePage({ course, days, feedback, fewest, organizations, moves, timeZone, may, refused }: CoursePageProps) {
  const { curriculum } = course;
  return (
    <>
      <PageHead title={course.title} above={<a href="/training/courses">Courses</a>} actions={<>{may.change && <ButtonLink look="secondary" href={`/training/courses/${course.id}/plan`}>Change the course</ButtonLink>}{may.names && <ButtonLink href={`/training/courses/${course.id}/people`}>Our people in this course</ButtonLink>}</>}>
        <KeyFacts
          inLine
          facts={[
            { term: "State", fact: courseStageNames[course.stage] },
            { term: "Where", fact: course.place },
            { term: "For", fact: course.audience },
            { term: "Places", fact: course.taken === null ? `${course.capacity}, of which fewer than ${fewest} are taken` : `${course.taken} of ${course.capacity} taken` },
            { term: "Teaches", fact: <a href={`/training/curricula/${curriculum.documentId}`}>{`${curriculum.document.number}, ${curriculum.document.title}${course.edition ? `, edition ${course.edition}` : ", draft"}`}</a> },
            { term: "Hours", fact: sumInWords(course.minutes) },
          ]}
        />
      </PageHead>
      {moves.length > 0 && (
        <div className="row">
          {moves.map((move) => (
            <form key={move} method="post" action={`/training/courses/${course.id}/stage`}>
              <input type="hidden" name="move" value={move} />
              <Button look={move === "cancel" ? "danger" : "primary"}>{courseMoveNames[move]}</Button>
            </form>
          ))}
        </div>
      )}
      <section aria-labelledby="days">
        <SectionHead id="days" title="Days" />
        <Table
          caption="Days of the course"
          hideCaption
          rows={days}
          rowKey={({ day }) => day}
          columns={[
            { title: "Day", heading: true, cell: ({ day, today }) => <><Day at={day} timeZone={timeZone} />{today && ", today"}</> },
            { title: "Present", number: true, cell: ({ present }) => present ?? `fewer than ${fewest}` },
            ...(may.run ? [{ title: "Code to show in the room", cell: ({ code }: { code: string | null }) => <span className="room-code">{codeInWords(code ?? "")}</span> }] : []),
          ]}
        />
        {may.run && <p className="quiet">People sign in on the day with this code and their own at <a href="/training/sign-in">/training/sign-in</a>, on their phones and without an account.</p>}
      </section>
      <section aria-labelledby="instructors">
        <SectionHead id="instructors" title="Who teaches" />
        {course.instructors.length === 0 ? (
          <p className="quiet">Nobody is named yet.</p>
        ) : (
          <Table
            caption="Who teaches"
            hideCaption
            stacks
            rows={course.instructors}
            rowKey={({ id }) => id}
            columns={[
              { title: "Name", heading: true, cell: ({ name }) => name },
              { title: "From", cell: ({ organization }) => <>{organization.name} <GroupMark group={organization.group} /></> },
              { title: "Teaches", cell: ({ subject }) => subject },
              { title: "Hours", number: true, cell: ({ minutes }) => sumInWords(minutes) },
            ]}
          />
        )}
        {may.run && course.stage !== "cancelled" && (
          <form method="post" action={`/training/courses/${course.id}/instructors`} className="form" noValidate>
            <h3>Add who teaches</h3>
            <ErrorSummary errors={errorsOf(refused)} />
            <Field label="Name" name="name" required defaultValue={typed(refused, "name")} error={errorAt(refused, "name")} />
            <Select label="Organization" name="organizationId" required defaultValue={typed(refused, "organizationId")} error={errorAt(refused, "organizationId")} options={[{ value: "", label: "Choose" }, ...organizations.map(({ id, name }) => ({ value: id, label: name }))]} />
            <Field label="Teaches" name="subject" required defaultValue={typed(refused, "subject")} error={errorAt(refused, "subject")} />
            <Field label="Hours" name="hours" required inputMode="decimal" defaultValue={typed(refused, "hours")} error={errorAt(refused, "hours")} hint="Such as 1.5." />
            <Button>Add</Button>
          </form>
        )}
      </section>
      <section aria-labelledby="feedback">
        <SectionHead id="feedback" title="What people said" />
        {feedback ? (
          <>
            <p>{`${feedback.answers} answers. Useful: ${feedback.useful} of 5. Pace: ${feedback.pace} of 5, where 3 is right.`}</p>
            <ul>{feedback.words.map((said, at) => <li key={at}>{said}</li>)}</ul>
          </>
        ) : (
          <p className="quiet">
            Shown once {fewest} people have answered, so that nobody can be told apart. They answer at <a href="/training/feedback">/training/feedback</a> with their own code.
          </p>
        )}
      </section>
    </>
  );
}
