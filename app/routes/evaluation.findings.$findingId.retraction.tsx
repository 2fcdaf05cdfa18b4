import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { retractFinding } from "~/commands/findings/retract-finding.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { publicationForm } from "~/queries/findings/finding-page.server";
import { Button } from "~/ui/button";
import { TextArea } from "~/ui/field";
import { FindingForm } from "~/ui/finding-form";
import { errorAt, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Retract the finding - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await publicationForm(await personOf(request), { findingId: params.findingId ?? "" }), request);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const findingId = params.findingId ?? "";
  const values = await formOf(request);
  return answer(await retractFinding(actor, { ...values, findingId }), values, () => seeOther(`/evaluation/findings/${findingId}`));
}

export default function RetractionForm() {
  const { finding } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <FindingForm finding={finding} title="Retract the finding" lead="Its address stays and says that it was retracted and why." to="retraction" button={<Button look="danger">Retract</Button>} refused={refused}>
      <TextArea label="Why" name="reason" required defaultValue={typed(refused, "reason")} error={errorAt(refused, "reason")} hint="This reason is printed." />
    </FindingForm>
  );
}
