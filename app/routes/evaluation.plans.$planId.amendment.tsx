import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { amendPlan } from "~/commands/evaluation/amend-plan.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { amendmentForm } from "~/queries/evaluation/plan-forms.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Choices, TextArea } from "~/ui/field";
import { PageHead } from "~/ui/page-head";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Amend a plan - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await amendmentForm(await personOf(request), { planId: params.planId ?? "" }), request);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const planId = params.planId ?? "";
  const values = await formOf(request);
  return answer(await amendPlan(actor, { ...values, planId }), values, () => seeOther(`/evaluation/plans/${planId}`));
}

export default function AmendPlan() {
  const { plan } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const path = `/evaluation/plans/${plan.id}`;
  return (
    <>
      <PageHead title="Amend the plan" above={<a href={path}>{`${plan.number} ${plan.title}`}</a>} lead="The frozen version holds until all signers approve the next. Readers see both, what changed, when, and whether data had been seen." />
      <form method="post" action={`${path}/amendment`} className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <TextArea label="Why must it change?" name="why" rows={4} required defaultValue={typed(refused, "why")} error={errorAt(refused, "why")} />
        <Choices
          label="Has anybody seen data of this study?"
          name="dataSeen"
          required
          defaultValue={typed(refused, "dataSeen")}
          error={errorAt(refused, "dataSeen")}
          choices={[
            { value: "no", label: "No", explanation: "Nobody who writes the plan knows a figure from after its start." },
            { value: "yes", label: "Yes", explanation: "It is printed with the amendment, for good." },
          ]}
        />
        <div className="row">
          <Button>Open the amendment</Button>
          <ButtonLink look="secondary" href={path}>Back to the plan</ButtonLink>
        </div>
      </form>
    </>
  );
}
