import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { submitPlan } from "~/commands/evaluation/submit-plan.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { submissionForm } from "~/queries/evaluation/plan-forms.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";
import { PageHead } from "~/ui/page-head";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Put a plan before its signers - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await submissionForm(await personOf(request), { planId: params.planId ?? "" }), request);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const planId = params.planId ?? "";
  const values = await formOf(request);
  return answer(await submitPlan(actor, { ...values, planId }), values, () => seeOther(`/evaluation/plans/${planId}#signers`));
}

export default function SubmitPlan() {
  const { plan, signers } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const path = `/evaluation/plans/${plan.id}`;
  const rule = signers.length > 0 ? `${signers.map(({ name }) => name).join(", ")} must all approve.` : "Nobody is named who signs. Name the signers first.";
  return (
    <>
      <PageHead title="Put the plan before its signers" above={<a href={path}>{`${plan.number} ${plan.title}`}</a>} lead={`${rule} The text and its parts stay as they are until the last has answered.`} />
      <form method="post" action={`${path}/submission`} className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused).map((error) => ({ ...error, field: error.field === "answerBy" ? error.field : undefined }))} />
        <Field label="Last day to answer" name="answerBy" type="date" required defaultValue={typed(refused, "answerBy")} error={errorAt(refused, "answerBy")} hint="Whoever has not answered by the end of that day has not approved, and the plan goes back to drafting." />
        <div className="row">
          <Button>Ask the signers</Button>
          <ButtonLink look="secondary" href={path}>Back to the plan</ButtonLink>
        </div>
      </form>
    </>
  );
}
