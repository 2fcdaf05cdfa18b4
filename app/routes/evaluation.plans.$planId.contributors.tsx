import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { addContributor } from "~/commands/evaluation/add-contributor.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { contributorsForm } from "~/queries/evaluation/plan-forms.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";
import { PageHead } from "~/ui/page-head";
import { Contributors } from "~/ui/plan-contributors";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Who works on a plan - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await contributorsForm(await personOf(request), { planId: params.planId ?? "" }), request);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const planId = params.planId ?? "";
  const values = await formOf(request);
  return answer(await addContributor(actor, { ...values, planId }), values, () => seeOther(`/evaluation/plans/${planId}/contributors`));
}

export default function PlanContributors() {
  const { plan, contributors, today } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const path = `/evaluation/plans/${plan.id}`;
  return (
    <>
      <PageHead title="Who works on the plan" above={<a href={path}>{`${plan.number} ${plan.title}`}</a>} lead="People come and go, also after the plan was frozen. Whoever leaves stays on the list, with both days." />
      <Contributors contributors={contributors} after={({ id, name, until }) => until === null && <a href={`/evaluation/contributors/${id}/end`}>Write the last day<span className="visually-hidden">{` of ${name}`}</span></a>} />
      <form method="post" action={`${path}/contributors`} className="form section" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <Field label="Name" name="name" required defaultValue={typed(refused, "name")} error={errorAt(refused, "name")} />
        <Field label="Part in the study" name="part" required defaultValue={typed(refused, "part")} error={errorAt(refused, "part")} hint="Such as principal investigator, data analyst." />
        <Field label="From" name="from" type="date" required defaultValue={typed(refused, "from", today)} error={errorAt(refused, "from")} />
        <div className="row">
          <Button>Add the person</Button>
          <ButtonLink look="secondary" href={path}>Back to the plan</ButtonLink>
        </div>
      </form>
    </>
  );
}
