import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { setThreshold } from "~/commands/evaluation/set-threshold.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { thresholdForm } from "~/queries/evaluation/threshold-form.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Field, TextArea } from "~/ui/field";
import { PageHead } from "~/ui/page-head";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Threshold for small counts - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await thresholdForm(await personOf(request), { measureId: params.measureId ?? "" }), request);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await setThreshold(actor, { ...values, measureId: params.measureId ?? "" }), values, ({ measureId }) => seeOther(`/evaluation/measures/${measureId}#figures`));
}

export default function Threshold() {
  const { measure, usual, rule } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const path = `/evaluation/measures/${measure.id}`;
  return (
    <>
      <PageHead title={`Below which count is nothing of “${measure.name}” shown?`} above={<a href={path}>{measure.name}</a>} lead={`Usually below ${usual}. What was shown already cannot be taken back.`} />
      <form method="post" action={`${path}/threshold`} className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <Field label="Threshold" name="threshold" inputMode="numeric" required defaultValue={typed(refused, "threshold", String(rule?.threshold ?? usual))} error={errorAt(refused, "threshold")} hint="Counts from 1 to one less than this are hidden." />
        <TextArea label="Reason" name="reason" rows={3} required defaultValue={typed(refused, "reason")} error={errorAt(refused, "reason")} hint="It stands in the records and beside the figures." />
        <div className="row">
          <Button>Set the threshold</Button>
          <ButtonLink look="secondary" href={path}>Back to the measure</ButtonLink>
        </div>
      </form>
    </>
  );
}
