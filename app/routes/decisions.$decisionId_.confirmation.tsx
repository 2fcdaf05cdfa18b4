import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { confirmTypo } from "~/commands/decisions/confirm-typo.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { decisionPage } from "~/queries/decisions/decision-page.server";
import { titleOf } from "~/ui/agency-decisions";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Choices } from "~/ui/field";
import { PageHead } from "~/ui/page-head";
import { RedlineReadings } from "~/ui/redline-view";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "A typo only? - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { decision, document, proposal, changes, may } = found(await decisionPage(await personOf(request), { decisionId: params.decisionId ?? "" }), request);
  return { decisionId: decision.id, title: titleOf({ document, proposal }), redline: changes?.mended ?? null, mayConfirm: may.confirmTypo };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await confirmTypo(actor, { ...values, decisionId: params.decisionId ?? "" }), values, ({ decisionId }) => seeOther(`/decisions/${decisionId}`));
}

export default function Confirmation() {
  const { decisionId, title, redline, mayConfirm } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title="Is this a typo only?" above={<a href={`/decisions/${decisionId}`}>{title}</a>} lead="A typo changes nothing that anybody signed off. If you say so, the sign-offs stand for the mended text." />
      {redline && <RedlineReadings changes={redline} />}
      <form method="post" action={`/decisions/${decisionId}/confirmation`} className="form section" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        {mayConfirm && (
          <Choices
            label="What do you say?"
            name="verdict"
            required
            defaultValue={typed(refused, "verdict")}
            error={errorAt(refused, "verdict")}
            choices={[
              { value: "yes", label: "A typo only", explanation: "The meaning is the same. The sign-offs stand." },
              { value: "no", label: "More than a typo", explanation: "The text before stands. The head may save it as a change, and every stage is signed off again." },
            ]}
          />
        )}
        {!mayConfirm && <p className="quiet">No change waits for your confirmation here. It takes somebody of another group than who made it.</p>}
        <div className="row">
          {mayConfirm && <Button>Say so</Button>}
          <ButtonLink look="secondary" href={`/decisions/${decisionId}`}>Back to the decision</ButtonLink>
        </div>
      </form>
    </>
  );
}
