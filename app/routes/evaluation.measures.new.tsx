import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { defineMeasure } from "~/commands/evaluation/define-measure.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { newMeasure } from "~/queries/evaluation/measure-form.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";
import { MeasureFields } from "~/ui/measure-fields";
import { PageHead } from "~/ui/page-head";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Define a measure - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  return found(await newMeasure(await personOf(request), null), request);
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await defineMeasure(actor, values), values, ({ measureId }) => seeOther(`/evaluation/measures/${measureId}`));
}

export default function DefineMeasure() {
  const { organizations } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title="Define a measure" above={<a href="/evaluation/measures">Measures</a>} lead="So exact that two people who count from the same records come to the same number." />
      <form method="post" action="/evaluation/measures/new" className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <Field label="Short word" name="key" required defaultValue={typed(refused, "key")} error={errorAt(refused, "key")} hint="Small letters and dashes, such as force-rate. It names the measure in files and stays the same for good." autoComplete="off" />
        <MeasureFields refused={refused} organizations={organizations} />
        <div className="row">
          <Button>Add the measure</Button>
          <ButtonLink look="secondary" href="/evaluation/measures">Back to the measures</ButtonLink>
        </div>
      </form>
    </>
  );
}
