import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { publishFinding } from "~/commands/findings/publish-finding.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { publicationForm } from "~/queries/findings/finding-page.server";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { FindingForm } from "~/ui/finding-form";
import { errorAt, typed } from "~/ui/refused-form";

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
  return (
    <FindingForm finding={finding} title="Publish the finding" lead="Published, this version stays as it is at its own address. Later changes are corrections with their reason." to="publication" button={<Button>Publish</Button>} refused={refused}>
      <Field label="Hold it back until" name="until" type="datetime-local" defaultValue={typed(refused, "until")} error={errorAt(refused, "until")} hint="Empty publishes now. With a day and an hour it comes out at that minute." />
    </FindingForm>
  );
}
