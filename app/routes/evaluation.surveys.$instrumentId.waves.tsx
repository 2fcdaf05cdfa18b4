import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { openWave } from "~/commands/surveys/open-wave.server";
import { waveKinds, waveNames } from "~/domain/evaluation/survey";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { surveyForm } from "~/queries/surveys/survey-pages.server";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Field, Select } from "~/ui/field";
import { PageHead } from "~/ui/page-head";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Open a wave - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await surveyForm(await personOf(request), { instrumentId: params.instrumentId ?? "" }), request);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await openWave(actor, { ...values, instrumentId: params.instrumentId ?? "" }), values, ({ instrumentId }) => seeOther(`/evaluation/surveys/${instrumentId}`));
}

export default function Form() {
  const { instrument } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title="Open a wave" above={<a href={`/evaluation/surveys/${instrument.id}`}>{instrument.title}</a>} />
      <form method="post" action={`/evaluation/surveys/${instrument.id}/waves`} className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <Field label="Cohort" name="cohort" required defaultValue={typed(refused, "cohort")} error={errorAt(refused, "cohort")} hint="Who was trained together, such as Spring 2026." />
        <Select label="Wave" name="kind" required options={waveKinds.map((value) => ({ value, label: waveNames[value] }))} defaultValue={typed(refused, "kind")} error={errorAt(refused, "kind")} />
        <Field label="First day" name="opensOn" type="date" required defaultValue={typed(refused, "opensOn")} error={errorAt(refused, "opensOn")} />
        <Field label="Last day" name="closesOn" type="date" required defaultValue={typed(refused, "closesOn")} error={errorAt(refused, "closesOn")} />
        <div className="row">
          <Button>Open the wave</Button>
        </div>
      </form>
    </>
  );
}
