import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { addAction } from "~/commands/findings/add-action.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { findingForm } from "~/queries/findings/finding-page.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Field, Select } from "~/ui/field";
import { PageHead } from "~/ui/page-head";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Add a step - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await findingForm(await personOf(request), { findingId: params.findingId ?? "" }), request);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const findingId = params.findingId ?? "";
  const values = await formOf(request);
  return answer(await addAction(actor, { ...values, findingId }), values, () => seeOther(`/evaluation/findings/${findingId}#steps`));
}

export default function StepsForm() {
  const { finding, members } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const path = `/evaluation/findings/${finding.id}`;
  return (
    <>
      <PageHead title="Add a step" above={<a href={path}>{finding.content.question}</a>} lead="A weakness that a finding shows becomes a step with an owner and a day. Where a clause has to change, open a proposal first and give its number. Once the finding is out, anybody reads its steps, with the organization that sees to each and no name." />
      <form method="post" action={`${path}/steps`} className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <Field label="Weakness" name="weakness" required defaultValue={typed(refused, "weakness")} error={errorAt(refused, "weakness")} />
        <Field label="What is done about it" name="step" required defaultValue={typed(refused, "step")} error={errorAt(refused, "step")} />
        <Select label="Who sees to it" name="ownerId" required options={[{ value: "", label: "Choose" }, ...members.map(({ id, name, organization }) => ({ value: id, label: `${name}, ${organization.name}` }))]} defaultValue={typed(refused, "ownerId")} error={errorAt(refused, "ownerId")} />
        <Field label="By when" name="due" type="date" required defaultValue={typed(refused, "due")} error={errorAt(refused, "due")} />
        <Field label="Number of the proposal that changes the clause" name="proposal" inputMode="numeric" defaultValue={typed(refused, "proposal")} error={errorAt(refused, "proposal")} />
        <div className="row">
          <Button>Add the step</Button>
          <ButtonLink look="secondary" href={path}>Back to the finding</ButtonLink>
        </div>
      </form>
    </>
  );
}
