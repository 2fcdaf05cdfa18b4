import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { writeItem } from "~/commands/surveys/write-item.server";
import { decisionSteps, stepNames } from "~/domain/evaluation/survey";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { surveyForm } from "~/queries/surveys/survey-pages.server";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Choices, Field, Select, TextArea } from "~/ui/field";
import { PageHead } from "~/ui/page-head";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Add an item - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await surveyForm(await personOf(request), { instrumentId: params.instrumentId ?? "" }), request);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await writeItem(actor, { ...values, number: values.number || undefined, instrumentId: params.instrumentId ?? "" }), values, ({ instrumentId }) => seeOther(`/evaluation/surveys/${instrumentId}`));
}

export default function Form() {
  const { instrument } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title="Add an item" above={<a href={`/evaluation/surveys/${instrument.id}`}>{instrument.title}</a>} />
      <form method="post" action={`/evaluation/surveys/${instrument.id}/items`} className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <Choices label="Kind" name="kind" required choices={[{ value: "knowledge", label: "Knowledge: one answer is right" }, { value: "scale", label: "Scale: from disagree strongly to agree strongly" }]} defaultValue={typed(refused, "kind")} error={errorAt(refused, "kind")} />
        <TextArea label="Question or statement" name="prompt" required defaultValue={typed(refused, "prompt")} error={errorAt(refused, "prompt")} />
        <TextArea label="Answers to choose from, one a line" name="options" defaultValue={typed(refused, "options")} error={errorAt(refused, "options")} hint="For a knowledge item." />
        <Field label="Number of the right answer" name="right" defaultValue={typed(refused, "right")} error={errorAt(refused, "right")} />
        <Choices label="Does agreeing count as less?" name="reversed" choices={[{ value: "no", label: "No" }, { value: "yes", label: "Yes, the scale is turned round" }]} defaultValue={typed(refused, "reversed", "no")} error={errorAt(refused, "reversed")} />
        <Select label="Step of the decision model" name="step" options={[{ value: "", label: "None" }, ...decisionSteps.map((value) => ({ value, label: stepNames[value] }))]} defaultValue={typed(refused, "step")} error={errorAt(refused, "step")} />
        <Field label="Number of the item that this words anew" name="number" defaultValue={typed(refused, "number")} error={errorAt(refused, "number")} hint="Empty for a new item. Answers given before stay with the wording they were given to." />
        <div className="row">
          <Button>Add the item</Button>
        </div>
      </form>
    </>
  );
}
