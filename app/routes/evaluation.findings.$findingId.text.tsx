import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { writeFinding } from "~/commands/findings/write-finding.server";
import { resultNames, resultTypes } from "~/domain/evaluation/finding";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { findingForm } from "~/queries/findings/finding-page.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Choices, Field, TextArea } from "~/ui/field";
import { PageHead } from "~/ui/page-head";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Write the finding - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await findingForm(await personOf(request), { findingId: params.findingId ?? "" }), request);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const findingId = params.findingId ?? "";
  const values = await formOf(request);
  return answer(await writeFinding(actor, { ...values, findingId }), values, () => seeOther(`/evaluation/findings/${findingId}`));
}

export default function TextForm() {
  const { finding } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const path = `/evaluation/findings/${finding.id}`;
  return (
    <>
      <PageHead title="Write the finding" above={<a href={path}>{finding.content.question}</a>} lead="Benefit, no detectable change and harm are told in the same form. Before others see it, it needs the number it rests on and its limits." />
      <form method="post" action={`${path}/text`} className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <input type="hidden" name="version" value={typed(refused, "version", String(finding.contentVersion))} />
        <TextArea label="Answer in one sentence" name="answer" required defaultValue={typed(refused, "answer", finding.content.answer)} error={errorAt(refused, "answer")} hint="With its interval, in words that a neighbor understands." />
        <Choices label="What the data show" name="result" required choices={resultTypes.map((value) => ({ value, label: resultNames[value] }))} defaultValue={typed(refused, "result", finding.content.result)} error={errorAt(refused, "result")} />
        <Field label="How many it rests on" name="n" inputMode="numeric" required defaultValue={typed(refused, "n", finding.content.n)} error={errorAt(refused, "n")} />
        <Field label="Of what" name="nUnit" required defaultValue={typed(refused, "nUnit", finding.content.nUnit)} error={errorAt(refused, "nUnit")} hint="Such as months, contacts or officers." />
        <Field label="Effect, by name" name="effectName" defaultValue={typed(refused, "effectName", finding.content.effectName)} error={errorAt(refused, "effectName")} hint="Such as rate ratio. Leave the four fields empty where no effect was estimated." />
        <Field label="Effect" name="effect" defaultValue={typed(refused, "effect", finding.content.effect)} error={errorAt(refused, "effect")} />
        <Field label="Interval, low end" name="low" defaultValue={typed(refused, "low", finding.content.low)} error={errorAt(refused, "low")} />
        <Field label="Interval, high end" name="high" defaultValue={typed(refused, "high", finding.content.high)} error={errorAt(refused, "high")} />
        <TextArea label="What it does not show" name="notShown" required defaultValue={typed(refused, "notShown", finding.content.notShown)} error={errorAt(refused, "notShown")} />
        <TextArea label="Limits" name="limits" required defaultValue={typed(refused, "limits", finding.content.limits)} error={errorAt(refused, "limits")} />
        <TextArea label="What went wrong" name="wentWrong" defaultValue={typed(refused, "wentWrong", finding.content.wentWrong)} error={errorAt(refused, "wentWrong")} hint="What differed from the plan, and why." />
        <TextArea label="Design" name="design" required defaultValue={typed(refused, "design", finding.content.design)} error={errorAt(refused, "design")} />
        <TextArea label="Data and method" name="method" defaultValue={typed(refused, "method", finding.content.method)} error={errorAt(refused, "method")} />
        <div className="row">
          <Button>Save the finding</Button>
          <ButtonLink look="secondary" href={path}>Back to the finding</ButtonLink>
        </div>
      </form>
    </>
  );
}
