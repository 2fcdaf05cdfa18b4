import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { lapsePlans } from "~/commands/evaluation/lapse-plans.server";
import { signPlan } from "~/commands/evaluation/sign-plan.server";
import { silenceRule } from "~/domain/evaluation/plan-review";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { signatureForm } from "~/queries/evaluation/plan-forms.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Choices, TextArea } from "~/ui/field";
import { PageHead } from "~/ui/page-head";
import { lastDay } from "~/ui/plan-page";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Sign a plan - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await personOf(request);
  const planId = params.planId ?? "";
  await lapsePlans(planId);
  return found(await signatureForm(actor, { planId }), request);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const planId = params.planId ?? "";
  const values = await formOf(request);
  return answer(await signPlan(actor, { ...values, planId }), values, () => seeOther(`/evaluation/plans/${planId}#signers`));
}

export default function SignPlan() {
  const { plan, timeZone } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const path = `/evaluation/plans/${plan.id}`;
  const rule = plan.answerBy ? silenceRule(plan.answers.map(({ answer }) => answer), lastDay(plan.answerBy, timeZone)) : "This plan is not before its signers now.";
  return (
    <>
      <PageHead title="Do you approve this plan?" above={<a href={path}>{`${plan.number} ${plan.title}`}</a>} lead={rule} />
      <p className="prose">
        <a href={path}>Read the parts of the plan</a> before you answer. Once all have approved, the plan is frozen: it can be amended, with a date and a reason, and never changed.
      </p>
      <form method="post" action={`${path}/signature`} className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <input type="hidden" name="hash" value={plan.hash ?? ""} />
        <Choices
          label="Your answer"
          name="answer"
          required
          defaultValue={typed(refused, "answer")}
          error={errorAt(refused, "answer")}
          choices={[
            { value: "approved", label: "I approve", explanation: "You sign exactly this text and these parts, by their hash." },
            { value: "declined", label: "I do not approve", explanation: "The plan goes back to its writers at once, with your reason." },
          ]}
        />
        <TextArea label="Reason" name="reason" rows={4} defaultValue={typed(refused, "reason")} error={errorAt(refused, "reason")} hint="Needed when you do not approve." />
        <div className="row">
          <Button>Give your answer</Button>
          <ButtonLink look="secondary" href={path}>Back to the plan</ButtonLink>
        </div>
      </form>
    </>
  );
}
