import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { skipStage } from "~/commands/decisions/skip-stage.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { stagePage } from "~/queries/decisions/stage-page.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { TextArea } from "~/ui/field";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";
import { StageHead } from "~/ui/stage-head";

export const meta: MetaFunction = () => [{ title: "Skip a stage - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { stage, decision, organization, document, proposal } = found(await stagePage(await personOf(request), { stageId: params.stageId ?? "" }), request);
  return { stage, decision, organization, document, proposal };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await skipStage(actor, { ...values, stageId: params.stageId ?? "" }), values, ({ decisionId }) => seeOther(`/decisions/${decisionId}#stages`));
}

export default function StageOmission() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { stage, decision } = page;
  return (
    <>
      <StageHead title={`Skip ${stage.name}`} page={page} lead="Who reads the record sees that the stage was skipped, by whom and why." />
      <form method="post" action={`/stages/${stage.id}/omission`} className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        {stage.maySkip && <TextArea label="Why is this stage not needed here?" name="reason" required rows={4} defaultValue={typed(refused, "reason")} error={errorAt(refused, "reason")} />}
        {!stage.maySkip && <p className="quiet">This stage is not yours to skip, or it is settled already.</p>}
        <div className="row">
          {stage.maySkip && <Button>Skip the stage</Button>}
          <ButtonLink look="secondary" href={`/decisions/${decision.id}`}>Back to the decision</ButtonLink>
        </div>
      </form>
    </>
  );
}
