import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { setRetentionThreshold } from "~/commands/training/set-retention-threshold.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { retentionThresholdForm } from "~/queries/training/retention-page.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";
import { PageHead } from "~/ui/page-head";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "When a step is practised again - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  return found(await retentionThresholdForm(await personOf(request), null), request);
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await setRetentionThreshold(actor, values), values, () => seeOther("/training/retention"));
}

export default function Threshold() {
  const { threshold } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title="When a step is practised again" above={<a href="/training/retention">What lasts</a>} lead="When the last wave of a cohort falls below this share of right answers, a proposal to refresh that step can be drafted with the figures in it. The choice is the program’s own; no standard sets it." />
      <form method="post" className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <Field label="Right answers in percent" name="threshold" required inputMode="numeric" defaultValue={typed(refused, "threshold", String(threshold))} error={errorAt(refused, "threshold")} hint="Such as 70." />
        <div className="row">
          <Button>Save</Button>
          <ButtonLink look="secondary" href="/training/retention">Back to the figures</ButtonLink>
        </div>
      </form>
    </>
  );
}
