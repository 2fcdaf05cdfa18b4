import { periodInWords } from "~/domain/evaluation/periods";
import { stepMarkNames, stepMarks, type StepCount } from "~/domain/training/debrief";
import { Button, ButtonLink } from "./button";
import { EmptyState } from "./empty-state";
import { Select } from "./field";
import { PageHead, SectionHead } from "./page-head";
import { Table } from "./table";

export type DebriefsPageProps = {
  organization: string;
  asked: { month: string; unit: string; own: boolean };
  choices: { months: readonly string[]; units: readonly string[] };
  months: readonly string[];
  debriefs: readonly { id: string; assignment: string; shift: string; well: string; practise: string }[];
  steps: readonly StepCount[];
  units: readonly { unit: string; counts: readonly number[] }[];
  mayWrite: boolean;
};

/** The snapshot of a month of one organization, and how often its units write a debrief. */
export function DebriefsPage({ organization, asked, choices, months, debriefs, steps, units, mayWrite }: DebriefsPageProps) {
  return (
    <>
      <PageHead
        title="Debriefs"
        above={<a href="/training">Training</a>}
        lead={`What supervisors of ${organization} saw of the five steps. Seen by ${organization} only, without names and without calls.`}
        actions={
          <>
            {mayWrite && <ButtonLink href="/training/debriefs/new">Write a debrief</ButtonLink>}
            <ButtonLink look="secondary" href="/training/debriefs/roll-call">Roll-call pack</ButtonLink>
          </>
        }
      />
      <form method="get" className="filters" aria-label="Choose the snapshot">
        <Select label="Month" name="month" required={false} defaultValue={asked.month} options={choices.months.map((month) => ({ value: month, label: periodInWords(month, "monthly") }))} />
        <Select label="Unit" name="unit" required={false} defaultValue={asked.unit} options={[{ value: "", label: "All units" }, ...choices.units.map((unit) => ({ value: unit, label: unit }))]} />
        <Select label="Written by" name="by" required={false} defaultValue={asked.own ? "me" : ""} options={[{ value: "", label: "All supervisors" }, { value: "me", label: "Me" }]} />
        <Button look="secondary">Show</Button>
      </form>
      <section className="section" aria-labelledby="month">
        <SectionHead id="month" title={[`Snapshot of ${periodInWords(asked.month, "monthly")}`, asked.unit, asked.own ? "my debriefs" : ""].filter(Boolean).join(", ")} />
        {debriefs.length === 0 ? (
          <EmptyState title="No debrief here." step={mayWrite && <ButtonLink href="/training/debriefs/new">Write a debrief</ButtonLink>}>
            <p>Two minutes after a shift are enough: how each of the five steps went, and one thing to practise.</p>
          </EmptyState>
        ) : (
          <>
            <p>{debriefs.length === 1 ? "One debrief." : `${debriefs.length} debriefs.`}</p>
            <StepTable steps={steps} caption="The five steps in this month" />
            <Said title="Done well" lines={debriefs.map(({ id, well }) => ({ id, words: well }))} />
            <Said title="To practise" lines={debriefs.map(({ id, practise }) => ({ id, words: practise }))} />
          </>
        )}
      </section>
      {units.length > 0 && (
        <section className="section" aria-labelledby="rate">
          <SectionHead id="rate" title="Debriefs by unit and month" />
          <Table
            caption="Debriefs by unit and month"
            hideCaption
            rows={units}
            rowKey={({ unit }) => unit}
            columns={[{ title: "Unit", heading: true, cell: ({ unit }) => unit }, ...months.map((month, at) => ({ title: periodInWords(month, "monthly"), number: true, cell: ({ counts }: DebriefsPageProps["units"][number]) => counts[at] ?? 0 }))]}
          />
        </section>
      )}
    </>
  );
}

/** How often each step was marked. */
export function StepTable({ steps, caption }: { steps: readonly StepCount[]; caption: string }) {
  return (
    <Table
      caption={caption}
      hideCaption
      rows={steps}
      rowKey={({ step }) => String(step)}
      columns={[{ title: "Step", heading: true, cell: ({ step, name }) => `${step}. ${name}` }, ...stepMarks.map((mark) => ({ title: stepMarkNames[mark], number: true, cell: (count: StepCount) => count[mark] }))]}
    />
  );
}

/** What was said, one line a debrief; nothing where nobody said anything. */
export function Said({ title, lines }: { title: string; lines: readonly { id: string; words: string }[] }) {
  const said = lines.filter(({ words }) => words);
  if (said.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {said.map(({ id, words }) => (
          <li key={id} className="said">{words}</li>
        ))}
      </ul>
    </>
  );
}
