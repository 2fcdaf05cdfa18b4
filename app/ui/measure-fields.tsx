import { directionNames, directions, domainNames, frequencies, frequencyNames, kindNames, measureDomains, measureKinds, measureUnits, unitNames, type MeasureDefinition } from "~/domain/evaluation/measure";
import { Choices, Field, Select, TextArea } from "./field";
import { errorAt, typed, type RefusedForm } from "./refused-form";

type Props = { refused?: RefusedForm; start?: MeasureDefinition; organizations: readonly { id: string; name: string }[] };

/** What is asked about every measure, new or changed. */
export function MeasureFields({ refused, start, organizations }: Props) {
  const at = (field: keyof MeasureDefinition, otherwise = "") => ({ name: field, defaultValue: typed(refused, field, start?.[field] ?? otherwise), error: errorAt(refused, field) });
  return (
    <>
      <Field label="Name" required {...at("name")} hint="As it stands beside a figure, such as Contacts with force." />
      <TextArea label="Numerator" rows={2} required {...at("numerator")} hint="What is counted above the line." />
      <TextArea label="Denominator" rows={2} {...at("denominator")} hint="What stands below the line. Empty for a count." />
      <Select label="How the figure is made" required {...at("unit", "share")} options={measureUnits.map((unit) => ({ value: unit, label: unitNames[unit] }))} />
      <TextArea label="What is left out" rows={2} {...at("exclusions")} hint="Cases that look alike and are not counted, or are counted apart." />
      <Select label="About" required {...at("domain", "other")} options={measureDomains.map((domain) => ({ value: domain, label: domainNames[domain] }))} />
      <Select label="Kind" required {...at("kind", "outcome")} options={measureKinds.map((kind) => ({ value: kind, label: kindNames[kind] }))} />
      <Select label="Which way is better" required {...at("direction", "none")} options={directions.map((direction) => ({ value: direction, label: directionNames[direction] }))} />
      <Select label="How often it is counted" required {...at("frequency", "monthly")} options={frequencies.map((frequency) => ({ value: frequency, label: frequencyNames[frequency] }))} />
      <Field label="Source" {...at("source")} hint="The system or form that the counts come from. A plan cannot be submitted with an indicator that has none." />
      <Select label="Who counts it" {...at("ownerId")} options={[{ value: "", label: "Each agency for itself" }, ...organizations.map(({ id, name }) => ({ value: id, label: name }))]} />
      <Choices
        label="Does it count people in care?"
        required
        {...at("healthData", "no")}
        choices={[
          { value: "no", label: "No", explanation: "Counts below 5 are not shown." },
          { value: "yes", label: "Yes", explanation: "Counts below 11 are not shown, as is asked for health data." },
        ]}
      />
      <Field label="Where the definition is from" {...at("origin")} hint="A study, a standard, a partner; or that it was put together here." />
    </>
  );
}
