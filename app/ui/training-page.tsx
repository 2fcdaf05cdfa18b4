import { coverageInWords, type Coverage } from "~/domain/training/coverage";
import { courseStageNames, type CourseStage } from "~/domain/training/course-stages";
import { curriculumStarts, type CurriculumKind } from "~/domain/training/curriculum-kinds";
import { currencyNames } from "~/domain/training/refresher";
import { sumInWords } from "~/domain/training/hours";
import { ButtonLink } from "./button";
import { Day } from "./dates";
import { EmptyState } from "./empty-state";
import { PageHead, SectionHead } from "./page-head";
import { Table } from "./table";

export type TrainingPageProps = {
  timeZone: string;
  fewest: number;
  curricula: { documentId: string; kind: CurriculumKind; minutes: number; document: { number: string; title: string; editions: { number: number }[]; proposals: { id: string }[] } }[];
  courses: { id: string; title: string; place: string; audience: string; capacity: number; taken: number | null; stage: CourseStage; startsOn: string; endsOn: string }[];
  coverage: ({ organization: string; assignment: string; target: number } & Coverage)[];
  uncounted: string[];
  refreshers: { organization: string; anyPast: boolean; anyDue: boolean; counts: { current: number; due: number; past: number } | null }[];
  may: { create: boolean; plan: boolean; names: boolean; debrief: boolean };
};

/** Training at a glance. */
export function TrainingPage({ timeZone, fewest, curricula, courses, coverage, uncounted, refreshers, may }: TrainingPageProps) {
  return (
    <>
      <PageHead
        title="Training"
        lead="What is taught, to whom, and whether it lasts. A curriculum changes as a policy does: somebody proposes, every group votes."
        actions={
          <>
            {may.plan && <ButtonLink href="/training/courses/new">Plan a course</ButtonLink>}
            {may.names && <ButtonLink look="secondary" href="/training/people">Our people</ButtonLink>}
            <ButtonLink look="secondary" href="/training/scenarios">Scenarios</ButtonLink>
            <ButtonLink look="secondary" href="/training/retention">What lasts</ButtonLink>
            {may.debrief && <ButtonLink look="secondary" href="/training/debriefs">Debriefs</ButtonLink>}
          </>
        }
      />
      <section aria-labelledby="curricula">
        <SectionHead id="curricula" title="Curricula" more={may.create && <a href="/training/curricula/new">Start a curriculum</a>} />
        {curricula.length === 0 ? (
          <EmptyState title="No curriculum yet." step={may.create && <ButtonLink href="/training/curricula/new">Start a curriculum</ButtonLink>}>
            <p>Begin with the modules of a 40-hour week, a dispatcher course or ICAT, and make them your own.</p>
          </EmptyState>
        ) : (
          <Table
            caption="Curricula"
            stacks
            hideCaption
            rows={curricula}
            rowKey={({ documentId }) => documentId}
            columns={[
              { title: "Number", cell: ({ document }) => <span className="nowrap">{document.number}</span> },
              { title: "Curriculum", heading: true, cell: ({ documentId, document }) => <a href={`/training/curricula/${documentId}`}>{document.title}</a> },
              { title: "For", cell: ({ kind }) => curriculumStarts[kind].name },
              { title: "Sums to", number: true, cell: ({ minutes }) => sumInWords(minutes) },
              { title: "Stands at", cell: ({ document }) => [document.editions[0] ? `Edition ${document.editions[0].number}` : "Draft", document.proposals.length > 0 ? `${document.proposals.length} open ${document.proposals.length === 1 ? "proposal" : "proposals"}` : ""].filter(Boolean).join(", ") },
            ]}
          />
        )}
      </section>
      <section aria-labelledby="courses">
        <SectionHead id="courses" title="Courses ahead" more={<a href="/training/courses">All courses</a>} />
        {courses.length === 0 ? <p className="quiet">No course is planned. {may.plan && <a href="/training/courses/new">Plan the first one.</a>}</p> : <CourseTable courses={courses} timeZone={timeZone} caption="Courses ahead" fewest={fewest} />}
      </section>
      <section aria-labelledby="coverage">
        <SectionHead id="coverage" title="Who is trained" />
        {coverage.length === 0 ? (
          <p className="quiet">No organization has given its headcount yet. {may.names && <a href="/training/people#headcount">Say how many serve in yours.</a>}</p>
        ) : (
          <Table
            caption="Trained people by organization"
            stacks
            hideCaption
            rows={coverage}
            rowKey={({ organization, assignment }) => `${organization} ${assignment}`}
            columns={[
              { title: "Organization", heading: true, cell: ({ organization }) => organization },
              { title: "Serving in", cell: ({ assignment }) => assignment },
              { title: "Trained", cell: (line) => coverageInWords(line, fewest) },
              { title: "Target", number: true, cell: ({ target }) => `${target} %` },
              { title: "By shift", cell: ({ shifts }) => (shifts ? shifts.map(({ shift, trained, staff }) => `${shift} ${trained}/${staff}`).join(", ") : "Not shown: a shift is too small") },
            ]}
          />
        )}
        {coverage.length > 0 && uncounted.length > 0 && <p className="quiet">{`No headcount yet from ${uncounted.join(", ")}.`}</p>}
      </section>
      <section aria-labelledby="refreshers">
        <SectionHead id="refreshers" title="Refreshers" />
        <p className="quiet">Training is refreshed at least every 24 months, as CIT International recommends. Counts below {fewest} are not shown.</p>
        {refreshers.length === 0 && <p>Nobody holds a certificate yet, so none is due.</p>}
        {refreshers.length > 0 && (
          <Table
            caption="Refreshers due by organization"
            stacks
            hideCaption
            rows={refreshers}
            rowKey={({ organization }) => organization}
            columns={[
              { title: "Organization", heading: true, cell: ({ organization }) => organization },
              { title: currencyNames.current, number: true, cell: ({ counts }) => counts?.current ?? "not shown" },
              { title: currencyNames.due, number: true, cell: ({ counts, anyDue }) => counts?.due ?? (anyDue ? "some" : "none") },
              { title: currencyNames.past, number: true, cell: ({ counts, anyPast }) => counts?.past ?? (anyPast ? "some" : "none") },
            ]}
          />
        )}
      </section>
    </>
  );
}

export function CourseTable({ courses, timeZone, caption, fewest }: { courses: TrainingPageProps["courses"]; timeZone: string; caption: string; fewest: number }) {
  return (
    <Table
      caption={caption}
      stacks
      hideCaption
      rows={courses}
      rowKey={({ id }) => id}
      columns={[
        { title: "Course", heading: true, cell: ({ id, title }) => <a href={`/training/courses/${id}`}>{title}</a> },
        { title: "Days", cell: ({ startsOn, endsOn }) => <span className="nowrap"><Day at={startsOn} timeZone={timeZone} />{endsOn !== startsOn && <> to <Day at={endsOn} timeZone={timeZone} /></>}</span> },
        { title: "For", cell: ({ audience }) => audience },
        { title: "Places", number: true, cell: ({ taken, capacity }) => taken === null ? `fewer than ${fewest} of ${capacity}` : `${taken}/${capacity}` },
        { title: "State", cell: ({ stage }) => courseStageNames[stage] },
      ]}
    />
  );
}
