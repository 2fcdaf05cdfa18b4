import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { createPlan } from "~/commands/evaluation/create-plan.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { newPlan } from "~/queries/documents/new-document.server";
import { Button, ButtonLink } from "~/ui/button";
import { DocumentFields } from "~/ui/document-fields";
import { ErrorSummary } from "~/ui/error-summary";
import { PageHead } from "~/ui/page-head";
import { errorsOf } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Start an evaluation plan - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  return found(await newPlan(await personOf(request), null), request);
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request, { lists: ["agencyIds"] });
  return answer(await createPlan(actor, values), values, ({ planId }) => seeOther(`/evaluation/plans/${planId}`));
}

export default function StartPlan() {
  const offered = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title="Start an evaluation plan" above={<a href="/evaluation">Evaluation</a>} lead="It begins with fifteen sections, each with a sentence on what it should hold. You write them together, then fill in questions, measures and the logic model." />
      <form method="post" action="/evaluation/plans/new" className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <DocumentFields {...offered} refused={refused} kind="evaluation-plan" />
        <div className="row">
          <Button>Start the plan</Button>
          <ButtonLink look="secondary" href="/evaluation">Back to evaluation</ButtonLink>
        </div>
      </form>
    </>
  );
}
