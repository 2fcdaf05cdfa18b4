import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { nameSigners } from "~/commands/evaluation/name-signers.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { signersForm } from "~/queries/evaluation/plan-forms.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Choices } from "~/ui/field";
import { PageHead } from "~/ui/page-head";
import { chosen, errorAt, errorsOf } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Signers of a plan - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await signersForm(await personOf(request), { planId: params.planId ?? "" }), request);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const planId = params.planId ?? "";
  const values = await formOf(request, { lists: ["personIds"] });
  return answer(await nameSigners(actor, { ...values, planId }), values, () => seeOther(`/evaluation/plans/${planId}#signers`));
}

export default function PlanSigners() {
  const { plan, people, signers } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const path = `/evaluation/plans/${plan.id}`;
  return (
    <>
      <PageHead title="Who signs the plan?" above={<a href={path}>{`${plan.number} ${plan.title}`}</a>} lead="All of them must approve before the plan is frozen. Whoever has not answered by the day you set has not approved." />
      <form method="post" action={`${path}/signers`} className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <Choices label="Signers" name="personIds" several required defaultValue={chosen(refused, "personIds", signers)} error={errorAt(refused, "personIds")} choices={people.map(({ id, name, organization }) => ({ value: id, label: name, explanation: organization.name }))} />
        <div className="row">
          <Button>Save the signers</Button>
          <ButtonLink look="secondary" href={path}>Back to the plan</ButtonLink>
        </div>
      </form>
    </>
  );
}
