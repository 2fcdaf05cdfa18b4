import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { writeComment } from "~/commands/comments/write-comment.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { proposalPage } from "~/queries/voting/proposal-page.server";
import { CommentForm, Discussion } from "~/ui/discussion";
import { ErrorSummary } from "~/ui/error-summary";
import { PageHead } from "~/ui/page-head";
import { errorsOf, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Discussion - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await personOf(request);
  const { proposal, discussion, timeZone, now, may } = found(await proposalPage(actor, { proposalId: params.proposalId ?? "" }), request);
  return { proposal: { id: proposal.id, number: proposal.number, title: proposal.title }, discussion, timeZone, now, mayWrite: may.comment };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  const written = await writeComment(actor, { ...values, proposalId: params.proposalId ?? "" });
  return answer(written, values, ({ proposalId, commentId }) => seeOther(`/proposals/${proposalId}#comment-${commentId}`));
}

export default function Comments() {
  const { proposal, discussion, ...rest } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title={`Discussion of proposal ${proposal.number}`} above={<a href={`/proposals/${proposal.id}`}>{proposal.title}</a>} />
      <ErrorSummary errors={errorsOf(refused)} />
      {refused ? <CommentForm proposalId={proposal.id} parentId={typed(refused, "parentId")} refused={refused} /> : <Discussion threads={discussion} proposalId={proposal.id} {...rest} />}
    </>
  );
}
