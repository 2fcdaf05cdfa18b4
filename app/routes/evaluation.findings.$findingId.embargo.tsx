import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changeEmbargo } from "~/commands/findings/change-embargo.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { publicationForm } from "~/queries/findings/finding-page.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";
import { PageHead } from "~/ui/page-head";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Change the embargo - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await publicationForm(await personOf(request), { findingId: params.findingId ?? "" }), request);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const findingId = params.findingId ?? "";
  const values = await formOf(request);
  return answer(await changeEmbargo(actor, { ...values, findingId }), values, () => seeOther(`/evaluation/findings/${findingId}`));
}

export default function EmbargoForm() {
  const { finding } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const path = `/evaluation/findings/${finding.id}`;
  return (
    <>
      <PageHead title="Change the embargo" above={<a href={path}>{finding.content.question}</a>} />
      <form method="post" action={`${path}/embargo`} className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <Field label="It comes out" name="until" type="datetime-local" required defaultValue={typed(refused, "until")} error={errorAt(refused, "until")} />
        <div className="row">
          <Button>Change the end of the embargo</Button>
          <ButtonLink look="secondary" href={path}>Back to the finding</ButtonLink>
        </div>
      </form>
    </>
  );
}
