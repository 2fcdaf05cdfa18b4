import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { publishFinding } from "~/commands/findings/publish-finding.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { publicationForm } from "~/queries/findings/finding-page.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";
import { PageHead } from "~/ui/page-head";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Publish the finding - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await publicationForm(await personOf(request), { findingId: params.findingId ?? "" }), request);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const findingId = params.findingId ?? "";
  const values = await formOf(request);
  return answer(await publishFinding(actor, { ...values, findingId }), values, () => seeOther(`/evaluation/findings/${findingId}`));
}

export default function PublicationForm() {
  const { finding } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const path = `/evaluation/findings/${finding.id}`;
  return (
    <>
      <PageHead title="Publish the finding" above={<a href={path}>{finding.content.question}</a>} lead="Published, this version stays as it is at its own address. Later changes are corrections with their reason." />
      <form method="post" action={`${path}/publication`} className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <Field label="Hold it back until" name="until" type="datetime-local" defaultValue={typed(refused, "until")} error={errorAt(refused, "until")} hint="Empty publishes now. With a day and an hour it comes out at that minute." />
        <div className="row">
          <Button>Publish</Button>
          <ButtonLink look="secondary" href={path}>Back to the finding</ButtonLink>
        </div>
      </form>
    </>
  );
}
