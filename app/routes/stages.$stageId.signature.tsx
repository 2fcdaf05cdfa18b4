import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { proveSession } from "~/commands/access/prove-session.server";
import { signStage } from "~/commands/decisions/sign-stage.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { signingSession } from "~/http/signature.server";
import { stagePage } from "~/queries/decisions/stage-page.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Field, TextArea } from "~/ui/field";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";
import { SigningField } from "~/ui/signing-field";
import { StageHead, TextToSign } from "~/ui/stage-head";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.stage.name ?? "A stage"} - Concord` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await stagePage(await personOf(request), { stageId: params.stageId ?? "" }), request);
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { password, ...values } = await formOf(request);
  const { actor, proved } = await signingSession(request, { password, address: context.clientAddress }, proveSession);
  if (!proved.ok) return answer(proved, values, () => seeOther("/"));
  return answer(await signStage(actor, { ...values, ...proved.value, stageId: params.stageId ?? "" }), values, ({ decisionId }) => seeOther(`/decisions/${decisionId}#stages`));
}

export default function StageSignature() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { stage, decision, today } = page;
  return (
    <>
      <StageHead title={stage.name} page={page} lead={stage.maySign ? "Read the text, then sign it off." : "This stage does not wait for you."} />
      <TextToSign page={page} />
      {stage.maySign && (
        <form method="post" action={`/stages/${stage.id}/signature`} className="form section" noValidate>
          <ErrorSummary errors={errorsOf(refused)} />
          <input type="hidden" name="hash" value={page.hash} />
          {stage.noticeDays !== null && (
            <Field
              label="Day on which the union was told"
              name="noticeOn"
              type="date"
              required
              max={today}
              hint={`The text comes into force ${stage.noticeDays} business days after it at the earliest.`}
              defaultValue={typed(refused, "noticeOn")}
              error={errorAt(refused, "noticeOn")}
            />
          )}
          <TextArea label="A note for the head" name="note" rows={3} defaultValue={typed(refused, "note")} error={errorAt(refused, "note")} />
          <SigningField refused={refused} />
          <div className="row">
            <Button>Sign off</Button>
            <ButtonLink look="secondary" href={`/decisions/${decision.id}`}>Back to the decision</ButtonLink>
          </div>
        </form>
      )}
    </>
  );
}
