import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { addStandard } from "~/commands/crosswalk/add-standard.server";
import { standardKindNames, standardKinds } from "~/domain/crosswalk/standard";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { newStandard } from "~/queries/crosswalk/standard-list.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Field, Select } from "~/ui/field";
import { PageHead } from "~/ui/page-head";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Add a standard - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  found(await newStandard(await personOf(request), null));
  return null;
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await addStandard(actor, values), values, ({ standardId }) => seeOther(`/standards/${standardId}/requirements`));
}

export default function NewStandard() {
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title="Add a standard" above={<a href="/standards">Crosswalk</a>} lead="Whatever asks something of your texts. Its requirements come next." />
      <form method="post" className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <Field label="Name" name="name" required defaultValue={typed(refused, "name")} error={errorAt(refused, "name")} autoComplete="off" />
        <Select label="Who asks" name="kind" required defaultValue={typed(refused, "kind")} error={errorAt(refused, "kind")} options={[{ value: "", label: "Choose" }, ...standardKinds.map((kind) => ({ value: kind, label: standardKindNames[kind] }))]} />
        <Field label="Where it is written" name="source" required defaultValue={typed(refused, "source")} error={errorAt(refused, "source")} hint="Title, publisher and year. It stands on every page of the standard." />
        <Field label="Web address" name="address" inputMode="url" defaultValue={typed(refused, "address")} error={errorAt(refused, "address")} />
        <div className="row">
          <Button>Add the standard</Button>
          <ButtonLink look="secondary" href="/standards">Back to the crosswalk</ButtonLink>
        </div>
      </form>
    </>
  );
}
