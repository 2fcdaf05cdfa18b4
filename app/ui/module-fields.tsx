import { modelSteps } from "~/domain/training/decision-model";
import { hoursInWords } from "~/domain/training/hours";
import { clockInWords, methods, weekDays, type Module } from "~/domain/training/module-facts";
import { Choices, Field, Select, TextArea } from "./field";
import { chosen, errorAt, typed, type RefusedForm } from "./refused-form";

/** What stands in the table of a module: its hours, its place, and how it is taught. */
export function ModuleFields({ refused, module = null }: { refused?: RefusedForm; module?: Module | null }) {
  const at = (field: string) => errorAt(refused, field);
  return (
    <>
      <div className="fields-in-line">
        <Field label="Hours" name="hours" required inputMode="decimal" defaultValue={typed(refused, "hours", module ? hoursInWords(module.minutes) : "")} error={at("hours")} hint="Such as 1.5." />
        <Select label="Day" name="day" required={false} defaultValue={typed(refused, "day", module?.slot?.day ?? "")} error={at("day")} options={[{ value: "", label: "Not placed" }, ...weekDays.map((day) => ({ value: day, label: day }))]} />
        <Field label="Begins at" name="start" required={false} defaultValue={typed(refused, "start", module?.slot ? clockInWords(module.slot.start) : "")} error={at("start")} hint="Such as 13:30." />
      </div>
      <Select label="Method" name="method" required defaultValue={typed(refused, "method", module?.method ?? "Lecture")} error={at("method")} options={methods.map((method) => ({ value: method, label: method }))} />
      <Field label="Topic" name="topic" required defaultValue={typed(refused, "topic", module?.topic ?? "")} error={at("topic")} hint="As the required topics call it; several are parted by semicolons." />
      <Field label="Taught by" name="taughtBy" defaultValue={typed(refused, "taughtBy", module?.taughtBy ?? "")} error={at("taughtBy")} />
      <Choices
        label="Steps of the decision model that it exercises"
        name="steps"
        several
        defaultValue={chosen(refused, "steps", (module?.steps ?? []).map(String))}
        error={at("steps")}
        choices={modelSteps.map(({ number, name }) => ({ value: String(number), label: `${number}. ${name}` }))}
      />
      <TextArea label="Objectives" name="objectives" rows={2} defaultValue={typed(refused, "objectives", module?.facts.objectives ?? "")} error={at("objectives")} hint="What somebody can do afterwards." />
      <Field label="Standard" name="standard" defaultValue={typed(refused, "standard", module?.facts.standard ?? "")} error={at("standard")} />
      <Field label="Materials" name="materials" defaultValue={typed(refused, "materials", module?.facts.materials ?? "")} error={at("materials")} />
    </>
  );
}
