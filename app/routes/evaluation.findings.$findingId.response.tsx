import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { respondToFinding } from "~/commands/findings/respond-to-finding.server";
import { stanceNames, stances } from "~/domain/evaluation/finding";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { responseForm } from "~/queries/findings/finding-page.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Choices, TextArea } from "~/ui/field";
import { PageHead } from "~/ui/page-head";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Answer for your agency - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await responseForm(await personOf(request), { findingId: params.findingId ?? "" }), request);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const findingId = params.findingId ?? "";
  const values = await formOf(request);
  return answer(await respondToFinding(actor, { ...values, findingId }), values, () => seeOther(`/evaluation/findings/${findingId}#agencies`));
}

export default function ResponseForm() {
  const { finding } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const path = `/evaluation/findings/${finding.id}`;
  return (
    <>
      <PageHead title="Answer for your agency" above={<a href={path}>{finding.content.question}</a>} lead="Your answer is printed beside the finding. It does not hold the finding back." />
      <form method="post" action={`${path}/response`} className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <Choices label="Your agency" name="stance" required choices={stances.map((value) => ({ value, label: stanceNames[value] }))} defaultValue={typed(refused, "stance")} error={errorAt(refused, "stance")} />
        <TextArea label="In your words" name="response" defaultValue={typed(refused, "response")} error={errorAt(refused, "response")} />
        <div className="row">
          <Button>Give the answer</Button>
          <ButtonLink look="secondary" href={path}>Back to the finding</ButtonLink>
        </div>
      </form>
    </>
  );
}
