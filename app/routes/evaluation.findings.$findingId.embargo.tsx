import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changeEmbargo } from "~/commands/findings/change-embargo.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { publicationForm } from "~/queries/findings/finding-page.server";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { FindingForm } from "~/ui/finding-form";
import { errorAt, typed } from "~/ui/refused-form";

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
  return (
    <FindingForm finding={finding} title="Change the embargo" to="embargo" button={<Button>Change the end of the embargo</Button>} refused={refused}>
      <Field label="It comes out" name="until" type="datetime-local" required defaultValue={typed(refused, "until")} error={errorAt(refused, "until")} />
    </FindingForm>
  );
}
