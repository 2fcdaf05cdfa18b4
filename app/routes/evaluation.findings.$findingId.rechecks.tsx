import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { recheckFinding } from "~/commands/findings/recheck-finding.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { checkForm } from "~/queries/findings/finding-page.server";
import { Button } from "~/ui/button";
import { Choices, TextArea } from "~/ui/field";
import { FindingForm } from "~/ui/finding-form";
import { errorAt, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Read the finding again - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await checkForm(await personOf(request), { findingId: params.findingId ?? "" }), request);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const findingId = params.findingId ?? "";
  const values = await formOf(request);
  return answer(await recheckFinding(actor, { ...values, findingId }), values, () => seeOther(`/evaluation/findings/${findingId}`));
}

export default function RecheckForm() {
  const { finding } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <FindingForm
      finding={finding}
      title="Read the finding again"
      lead="Read it as the public does, with what is known today. Are the figures still right, is nobody to be recognized, and would a small count show by what came out since?"
      to="rechecks"
      button={<Button>I have read it again</Button>}
      refused={refused}
    >
      <Choices
        label="Does it still stand?"
        name="stands"
        required
        defaultValue={typed(refused, "stands")}
        error={errorAt(refused, "stands")}
        choices={[
          { value: "yes", label: "Yes", explanation: "It stays as it is and is read again in three months." },
          { value: "no", label: "No, it needs a correction", explanation: "Its author hears of it and opens a correction, or retracts it." },
        ]}
      />
      <TextArea label="Note" name="note" rows={3} defaultValue={typed(refused, "note")} error={errorAt(refused, "note")} hint="What needs a correction, if anything." />
    </FindingForm>
  );
}
