import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { commentOnChanges } from "~/commands/decisions/comment-on-changes.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { decisionPage } from "~/queries/decisions/decision-page.server";
import { titleOf } from "~/ui/agency-decisions";
import { ChangeCommentForm } from "~/ui/decision-changes";
import { ErrorSummary } from "~/ui/error-summary";
import { PageHead } from "~/ui/page-head";
import { errorsOf } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Comment on the changes - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { decision, document, proposal, may } = found(await decisionPage(await personOf(request), { decisionId: params.decisionId ?? "" }), request);
  return { decisionId: decision.id, title: titleOf({ document, proposal }), mayWrite: may.comment };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await commentOnChanges(actor, { ...values, decisionId: params.decisionId ?? "" }), values, ({ decisionId, commentId }) => seeOther(`/decisions/${decisionId}#comment-${commentId}`));
}

export default function ChangeComments() {
  const { decisionId, title, mayWrite } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title="Comment on the changes" above={<a href={`/decisions/${decisionId}`}>{title}</a>} />
      <ErrorSummary errors={errorsOf(refused)} />
      {mayWrite ? <ChangeCommentForm decisionId={decisionId} refused={refused} /> : <p className="quiet">No changes of this agency are open for your comment.</p>}
    </>
  );
}
