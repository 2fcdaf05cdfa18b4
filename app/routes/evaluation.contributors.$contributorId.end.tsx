import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { endContribution } from "~/commands/evaluation/end-contribution.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { contributionForm } from "~/queries/evaluation/plan-forms.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";
import { PageHead } from "~/ui/page-head";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Last day of a contributor - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await contributionForm(await personOf(request), { contributorId: params.contributorId ?? "" }), request);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await endContribution(actor, { ...values, contributorId: params.contributorId ?? "" }), values, ({ planId }) => seeOther(`/evaluation/plans/${planId}/contributors`));
}

export default function EndContribution() {
  const { plan, contributor, today } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const back = `/evaluation/plans/${plan.id}/contributors`;
  return (
    <>
      <PageHead title={`When did ${contributor.name} stop?`} above={<a href={back}>Who works on the plan</a>} lead={`${contributor.part}. The name stays on the plan with both days.`} />
      <form method="post" action={`/evaluation/contributors/${contributor.id}/end`} className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <Field label="Last day" name="until" type="date" required defaultValue={typed(refused, "until", today)} error={errorAt(refused, "until")} />
        <div className="row">
          <Button>Save the last day</Button>
          <ButtonLink look="secondary" href={back}>Back</ButtonLink>
        </div>
      </form>
    </>
  );
}
