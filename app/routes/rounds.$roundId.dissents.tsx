import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { writeDissent } from "~/commands/voting/write-dissent.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { dissentForm } from "~/queries/voting/record-forms.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { TextArea } from "~/ui/field";
import { NoticeLine } from "~/ui/notice-line";
import { PageHead } from "~/ui/page-head";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Attach a dissent - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await dissentForm(await personOf(request), { roundId: params.roundId ?? "" }), request);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await writeDissent(actor, { ...values, roundId: params.roundId ?? "" }), values, ({ proposalId }) => seeOther(`/proposals/${proposalId}#vote`));
}

export default function AttachADissent() {
  const { proposal, roundId, group, refusal } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead
        title="Attach a dissent"
        above={<a href={`/proposals/${proposal.id}#vote`}>{`Proposal ${proposal.number}: ${proposal.title}`}</a>}
        lead="A group that lost a vote may say why it holds another view. It stands beside the result, before the agency heads, on the summary and in the public record."
      />
      <form method="post" action={`/rounds/${roundId}/dissents`} className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        {refusal && <NoticeLine kind="warning">{refusal}</NoticeLine>}
        <TextArea label={group ? `The dissent of ${group}` : "The dissent"} name="body" required rows={10} hint="Talk it over in your group first: each group attaches one." defaultValue={typed(refused, "body")} error={errorAt(refused, "body")} />
        <div className="row">
          {!refusal && <Button>Attach the dissent</Button>}
          <ButtonLink look="secondary" href={`/proposals/${proposal.id}#vote`}>Back to the proposal</ButtonLink>
        </div>
      </form>
    </>
  );
}
