import type { CurriculumRule } from "~/domain/training/curriculum-check";
import { hoursInWords } from "~/domain/training/hours";
import { Button } from "./button";
import { Minimums } from "./curriculum-standing";
import { ErrorSummary } from "./error-summary";
import { Field, Select, TextArea } from "./field";
import { PageHead } from "./page-head";
import { errorAt, errorsOf, typed, type RefusedForm } from "./refused-form";

type Props = { document: { id: string; number: string; title: string }; rule: CurriculumRule; groups: { id: string; name: string }[]; refusedRule?: RefusedForm; refusedMinimum?: RefusedForm };

/** What a curriculum sums to, what it must teach, and the minimums that groups protect. */
export function CurriculumRulePage({ document, rule, groups, refusedRule, refusedMinimum }: Props) {
  const address = `/training/curricula/${document.id}`;
  return (
    <>
      <PageHead title="What it owes" above={<a href={address}>{`${document.number}, ${document.title}`}</a>} lead="The pages of this curriculum say what is missing from it. A text that lowers a protected minimum is not adopted unless the group concerned consents." />
      <form method="post" action={`${address}/rule`} className="form" noValidate>
        <h2>Hours and topics</h2>
        <ErrorSummary errors={errorsOf(refusedRule)} />
        <Field label="Hours in all" name="hours" required inputMode="decimal" defaultValue={typed(refusedRule, "hours", hoursInWords(rule.minutes))} error={errorAt(refusedRule, "hours")} />
        <TextArea label="Required topics" name="topics" required={false} rows={Math.max(6, rule.topics.length + 1)} defaultValue={typed(refusedRule, "topics", rule.topics.join("\n"))} error={errorAt(refusedRule, "topics")} hint="One a line." />
        <Button>Save hours and topics</Button>
      </form>
      <form method="post" action={`${address}/minimums`} className="form" noValidate>
        <h2>A protected minimum</h2>
        <Minimums rule={rule} />
        <ErrorSummary errors={errorsOf(refusedMinimum)} />
        <Field label="Topic" name="topic" required defaultValue={typed(refusedMinimum, "topic")} error={errorAt(refusedMinimum, "topic")} hint="As the modules call it, such as Lived experience." />
        <Field label="At least so many hours" name="hours" id="least" required inputMode="decimal" defaultValue={typed(refusedMinimum, "hours")} error={errorAt(refusedMinimum, "hours")} hint="0 takes the minimum away." />
        <Select label="Protects" name="groupId" required defaultValue={typed(refusedMinimum, "groupId")} error={errorAt(refusedMinimum, "groupId")} options={[{ value: "", label: "Choose a group" }, ...groups.map(({ id, name }) => ({ value: id, label: name }))]} />
        <Button>Save the minimum</Button>
      </form>
    </>
  );
}
