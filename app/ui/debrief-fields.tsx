import { assignments, shifts } from "~/domain/training/assignment";
import { stepMarkNames, stepMarks } from "~/domain/training/debrief";
import { modelSteps } from "~/domain/training/decision-model";
import { Choices, Select, TextArea } from "./field";
import { errorAt, typed, type RefusedForm } from "./refused-form";

/** What a supervisor is asked: two minutes on a phone, mostly with a thumb. */
export function DebriefFields({ refused }: { refused?: RefusedForm }) {
  const options = (words: readonly string[]) => words.map((word) => ({ value: word, label: word }));
  const choices = stepMarks.map((mark) => ({ value: mark, label: stepMarkNames[mark] }));
  return (
    <>
      <div className="fields-in-line">
        <Select label="The unit serves in" name="assignment" required defaultValue={typed(refused, "assignment", "Patrol")} error={errorAt(refused, "assignment")} options={options(assignments)} />
        <Select label="Shift" name="shift" required defaultValue={typed(refused, "shift", "Day")} error={errorAt(refused, "shift")} options={options(shifts)} />
      </div>
      {modelSteps.map(({ number, name }) => (
        <Choices key={number} label={`${number}. ${name}`} name={`step${number}`} required defaultValue={typed(refused, `step${number}`)} error={errorAt(refused, `step${number}`)} choices={choices} />
      ))}
      <TextArea label="What was done well" name="well" rows={3} maxLength={400} defaultValue={typed(refused, "well")} error={errorAt(refused, "well")} hint="No names, no call numbers, no dates." />
      <TextArea label="What to practise" name="practise" rows={3} maxLength={400} defaultValue={typed(refused, "practise")} error={errorAt(refused, "practise")} hint="One thing to do at roll call." />
    </>
  );
}
