import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { writeOutcome } from "~/commands/voting/write-outcome.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { outcomeForm } from "~/queries/voting/record-forms.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { TextArea } from "~/ui/field";
import { NoticeLine } from "~/ui/notice-line";
import { PageHead } from "~/ui/page-head";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Write the outcome - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await outcomeForm(await personOf(request), { roundId: params.roundId ?? "" }), request);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await writeOutcome(actor, { ...values, roundId: params.roundId ?? "" }), values, ({ proposalId }) => seeOther(`/proposals/${proposalId}#vote`));
}

export default function WriteTheOutcome() {
  const { proposal, roundId, counted, open } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title="Write the outcome" above={<a href={`/proposals/${proposal.id}#vote`}>{`Proposal ${proposal.number}: ${proposal.title}`}</a>} lead={counted ?? "What came out of the vote, and what happens next."} />
      <form method="post" action={`/rounds/${roundId}/outcome`} className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        {!open && <NoticeLine kind="warning">This vote is not closed, was held, or has its outcome already.</NoticeLine>}
        <TextArea label="What came out of it" name="statement" required hint="In plain words, for people who were not there." defaultValue={typed(refused, "statement")} error={errorAt(refused, "statement")} />
        <TextArea label="What happens next" name="next" required hint="Who does what, and by when." defaultValue={typed(refused, "next")} error={errorAt(refused, "next")} />
        <div className="row">
          {open && <Button>Publish the outcome</Button>}
          <ButtonLink look="secondary" href={`/proposals/${proposal.id}#vote`}>Back to the proposal</ButtonLink>
        </div>
      </form>
    </>
  );
}
