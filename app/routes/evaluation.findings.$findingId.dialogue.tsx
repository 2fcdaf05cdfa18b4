import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { openDialogue } from "~/commands/findings/open-dialogue.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { findingForm } from "~/queries/findings/finding-page.server";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { FindingForm } from "~/ui/finding-form";
import { errorAt, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Show it to the agencies - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await findingForm(await personOf(request), { findingId: params.findingId ?? "" }), request);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const findingId = params.findingId ?? "";
  const values = await formOf(request);
  return answer(await openDialogue(actor, { ...values, findingId }), values, () => seeOther(`/evaluation/findings/${findingId}`));
}

export default function DialogueForm() {
  const { finding } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <FindingForm finding={finding} title="Show it to the agencies" lead="Heads and coordinators of the agencies are told that a finding waits for their answer. They comment item by item; you answer each. When the days are over and every comment is answered, you publish, whatever they think of it." to="dialogue" button={<Button>Open the dialogue</Button>} refused={refused}>
      <Field label="Days for comments" name="days" inputMode="numeric" required defaultValue={typed(refused, "days", "30")} error={errorAt(refused, "days")} hint="From 7 to 92. Thirty unless the agreement says otherwise." />
    </FindingForm>
  );
}
