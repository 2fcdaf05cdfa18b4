import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { openCommentRound } from "~/commands/public-comment/open-comment-round.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { commentOpeningForm } from "~/queries/public-comment/comment-round-pages.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Field, TextArea } from "~/ui/field";
import { PageHead } from "~/ui/page-head";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Ask the public - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams;
  const proposalId = asked.get("proposal");
  return found(await commentOpeningForm(await personOf(request), proposalId ? { proposalId } : { documentId: asked.get("document") ?? "" }), request);
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await openCommentRound(actor, values), values, ({ roundId }) => seeOther(`/comment-rounds/${roundId}`));
}

export default function AskThePublic() {
  const { proposal, document, number, today, suggested, shortest } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const subject = proposal ? `/proposals/${proposal.id}` : `/documents/${document.id}`;
  return (
    <>
      <PageHead
        title={`Ask the public: round ${Math.min(2, number)} of 2`}
        above={<a href={subject}>{proposal ? `Proposal ${proposal.number}: ${proposal.title}` : `${document.number} ${document.title}`}</a>}
        lead="The text as it stands now is published for comment. Anybody may write, without an account. Each comment gets an answer from you or from a drafter, and the round cannot be closed before."
      />
      <form method="post" action={`/comment-rounds/new?${proposal ? `proposal=${proposal.id}` : `document=${document.id}`}`} className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <input type="hidden" name={proposal ? "proposalId" : "documentId"} value={proposal?.id ?? document.id} />
        <Field label="First day" name="opensOn" type="date" required defaultValue={typed(refused, "opensOn", today)} error={errorAt(refused, "opensOn")} />
        <Field label="Last day" name="closesOn" type="date" required defaultValue={typed(refused, "closesOn", suggested)} error={errorAt(refused, "closesOn")} hint={`It ends at 11:59 p.m. of that day. The public has at least ${shortest} days.`} />
        <TextArea label="What you want to hear about" name="question" defaultValue={typed(refused, "question")} error={errorAt(refused, "question")} hint="Shown above the text." />
        <div className="row">
          <Button>Publish the text for comment</Button>
          <ButtonLink look="secondary" href={subject}>Back</ButtonLink>
        </div>
      </form>
    </>
  );
}
