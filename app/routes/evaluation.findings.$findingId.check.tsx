import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { checkFinding } from "~/commands/findings/check-finding.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { checkForm } from "~/queries/findings/finding-page.server";
import { Button } from "~/ui/button";
import { Choices } from "~/ui/field";
import { FindingForm } from "~/ui/finding-form";
import { errorAt, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Check the finding - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await checkForm(await personOf(request), { findingId: params.findingId ?? "" }), request);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const findingId = params.findingId ?? "";
  const values = await formOf(request);
  return answer(await checkFinding(actor, { ...values, findingId }), values, () => seeOther(`/evaluation/findings/${findingId}`));
}

export default function CheckForm() {
  const { finding } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <FindingForm finding={finding} title="Check the finding" lead="A second person goes over each finding before it comes out. You do not have to agree with it." to="check" button={<Button>I have checked it</Button>} refused={refused}>
      <Choices several required label="The figures are those of the analysis, with their interval" name="figures" choices={[{ value: "yes", label: "Yes, I have gone over this" }]} defaultValue={typed(refused, "figures")} error={errorAt(refused, "figures")} />
      <Choices several required label="The limits and what it does not show are said" name="limits" choices={[{ value: "yes", label: "Yes, I have gone over this" }]} defaultValue={typed(refused, "limits")} error={errorAt(refused, "limits")} />
      <Choices several required label="No officer and no person in crisis can be recognized" name="persons" choices={[{ value: "yes", label: "Yes, I have gone over this" }]} defaultValue={typed(refused, "persons")} error={errorAt(refused, "persons")} />
    </FindingForm>
  );
}
