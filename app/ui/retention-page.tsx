import type { DecayChartData } from "~/domain/evaluation/chart-data";
import { periodInWords } from "~/domain/evaluation/periods";
import type { FadingWave } from "~/domain/training/fading";
import type { Reinforcement } from "~/domain/training/reinforcement";
import { Button, ButtonLink } from "./button";
import { DecayChart } from "./charts/decay-chart";
import { RateChart } from "./charts/rate-chart";
import { EmptyState } from "./empty-state";
import { Select } from "./field";
import { NoticeLine } from "./notice-line";
import { PageHead, SectionHead } from "./page-head";
import { Table } from "./table";

export type RetentionPageProps = {
  surveys: readonly { id: string; title: string }[];
  survey: { id: string; title: string } | null;
  cohorts: readonly string[];
  cohort: string;
  threshold: number;
  steps: readonly { step: string; name: string; waves: readonly FadingWave[]; reading: string }[];
  chart: { data: DecayChartData; reading: string } | null;
  below: readonly string[];
  reinforcement: Reinforcement;
  curriculum: { id: string; title: string } | null;
  may: { set: boolean; propose: boolean; create: boolean; debriefs: boolean; headcount: boolean };
};

/** How what was learned fades, step by step, and what to do about it. */
export function RetentionPage(page: RetentionPageProps) {
  const { surveys, survey, cohorts, cohort, threshold, steps, chart } = page;
  if (!survey) return <NoSurvey />;
  const asked = new URLSearchParams({ survey: survey.id, cohort }).toString();
  return (
    <>
      <PageHead title="What lasts" above={<a href="/training">Training</a>} lead="The share of right answers to the knowledge items of each step, from right after the training on. A wave shows once it has closed; a share that would tell of fewer than five people is not shown." />
      <form method="get" className="filters of-names" aria-label="Choose the figures">
        <Select label="Survey" name="survey" required defaultValue={survey.id} options={surveys.map(({ id, title }) => ({ value: id, label: title }))} />
        {cohorts.length > 0 && <Select label="Cohort" name="cohort" required defaultValue={cohort} options={cohorts.map((one) => ({ value: one, label: one }))} />}
        <Button look="secondary">Show</Button>
      </form>
      {steps.length === 0 ? (
        <EmptyState title="No answers yet.">
          <p>Figures appear once a wave of this survey has knowledge items that belong to a step, and people have answered them.</p>
        </EmptyState>
      ) : (
        <>
          <Below {...page} asked={asked} />
          <p>
            {`The program practises a step again when fewer than ${threshold} % of the answers are right.`} {page.may.set && <a href="/training/retention/threshold">Change this</a>}
          </p>
          {chart && <DecayChart title={`What lasts, cohort ${cohort}`} reading={chart.reading} csv={`/training/retention/figures.csv?${asked}`} data={chart.data} unit="Right answers, percent" ceiling={100} />}
          <Practice {...page} />
          {steps.map(({ step, name, waves, reading }) => (
            <section key={step} className="section" aria-labelledby={step}>
              <SectionHead id={step} title={name} />
              <p className="prose">{reading}</p>
              <Waves name={name} waves={waves} />
            </section>
          ))}
          <p className="quiet small prose">Those who leave a survey are often those who forgot most. Intervals take each person as one observation. A curve that was chosen after looking says less than one declared beforehand.</p>
        </>
      )}
    </>
  );
}

function Below({ below, threshold, curriculum, may, asked }: RetentionPageProps & { asked: string }) {
  if (below.length === 0) return <p>{`No step lies below ${threshold} % in its last wave.`}</p>;
  return (
    <NoticeLine kind="warning" title={`Below ${threshold} % in the last wave: ${below.map((name) => `“${name}”`).join(", ")}.`}>
      {curriculum && may.propose && <a href={`/training/retention/proposal?${asked}`}>{`Draft a refresher proposal to ${curriculum.title}`}</a>}
      {!curriculum && may.create && <a href="/training/curricula/new">Start a refresher curriculum</a>}
      {!curriculum && !may.create && "No refresher curriculum is in force yet."}
    </NoticeLine>
  );
}

/** What supervisors do against the fading, beside its curve. */
function Practice({ reinforcement, may }: Pick<RetentionPageProps, "reinforcement" | "may">) {
  const { months, officers, reading } = reinforcement;
  const written = months.some(({ debriefs }) => debriefs !== 0);
  return (
    <section className="section" aria-labelledby="reinforcement">
      <SectionHead id="reinforcement" title="How often supervisors practise the steps" more={may.debriefs ? <a href="/training/debriefs">Debriefs of your organization</a> : undefined} />
      {written && officers !== null ? <RateChart title="Debriefs for every 100 officers a month" reading={reading} csv="/training/retention/reinforcement.csv" months={months} /> : <p>{reading}</p>}
      {officers === null ? (
        <>
          {written && <Table caption="Debriefs by month" hideCaption rows={months} rowKey={({ month }) => month} columns={[{ title: "Month", heading: true, cell: ({ month }) => periodInWords(month, "monthly") }, { title: "Debriefs", number: true, cell: ({ debriefs }) => debriefs ?? "fewer than 5" }]} />}
          {may.headcount && <p><a href="/training/people#headcount">Say how many serve on a shift</a></p>}
        </>
      ) : (
        <p className="quiet small prose">{`Debriefs of all organizations in units whose headcount is given: ${officers} officers today. Months with fewer than five are not shown. The interval takes each debrief as independent of the others. A rate beside the curve does not show that debriefs keep what was learned.`}</p>
      )}
    </section>
  );
}

function Waves({ name, waves }: { name: string; waves: readonly FadingWave[] }) {
  return (
    <Table
      caption={`${name}, by wave`}
      hideCaption
      rows={waves}
      rowKey={({ kind }) => kind}
      columns={[
        { title: "Wave", heading: true, cell: (wave) => wave.name },
        { title: "Right answers", number: true, cell: ({ percent }) => (percent === null ? "not shown" : `${percent} %`) },
        { title: "95 % interval", number: true, cell: ({ low, high }) => (low === null || high === null ? "" : <span className="nowrap">{`${low} to ${high} %`}</span>) },
        { title: "People", number: true, cell: ({ percent, people }) => (percent === null ? "not shown" : people) },
      ]}
    />
  );
}

function NoSurvey() {
  return (
    <>
      <PageHead title="What lasts" above={<a href="/training">Training</a>} />
      <EmptyState title="No survey yet." step={<ButtonLink look="secondary" href="/evaluation">To evaluation</ButtonLink>}>
        <p>What lasts is read from a survey that people answer right after the training, and again one, six and twelve months later.</p>
      </EmptyState>
    </>
  );
}
