import { resourceKindNames, resourceKinds } from "~/domain/resources/resource";
import { Button, ButtonLink } from "./button";
import { ErrorSummary } from "./error-summary";
import { Field, Select } from "./field";
import { errorAt, errorsOf, typed, type RefusedForm } from "./refused-form";

type Description = { kind: string; name: string; organization: string; phone: string; hours: string; validUntil: string | null };

/** What is asked about a resource, new or known. */
export function ResourceForm({ action, button, back, resource, refused }: { action: string; button: string; back: string; resource?: Description; refused?: RefusedForm }) {
  const field = (name: keyof Description) => ({ name, defaultValue: typed(refused, name, resource?.[name] ?? ""), error: errorAt(refused, name) });
  return (
    <form method="post" action={action} className="form" noValidate>
      <ErrorSummary errors={errorsOf(refused)} />
      <Field label="Name" required autoComplete="off" {...field("name")} />
      <Select label="What it is" required options={[{ value: "", label: "Choose" }, ...resourceKinds.map((kind) => ({ value: kind, label: resourceKindNames[kind] }))]} {...field("kind")} />
      <Field label="Whose it is" required hint="The organization that runs it, or the two that agreed." autoComplete="off" {...field("organization")} />
      <Field label="Phone" type="tel" hint="The number of the place itself. Leave out the numbers of single people." autoComplete="off" {...field("phone")} />
      <Field label="Hours" hint="Such as “Day and night” or “Monday to Friday, 8 to 6”." autoComplete="off" {...field("hours")} />
      <Field label="Valid until" type="date" hint="The last day of an agreement. Empty is without an end." {...field("validUntil")} />
      <div className="row">
        <Button>{button}</Button>
        <ButtonLink look="secondary" href={back}>Back</ButtonLink>
      </div>
    </form>
  );
}
