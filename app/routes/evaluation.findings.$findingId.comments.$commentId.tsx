import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answerComment } from "~/commands/findings/answer-comment.server";
import { sectionNames } from "~/domain/evaluation/finding";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { findingForm } from "~/queries/findings/finding-page.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Choices, TextArea } from "~/ui/field";
import { PageHead } from "~/ui/page-head";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Answer a comment - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { finding } = found(await findingForm(await personOf(request), { findingId: params.findingId ?? "" }), request);
  const comment = finding.comments.find(({ id }) => id === params.commentId);
  if (!comment) throw new Response("There is no such comment.", { status: 404 });
  return { finding, comment };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const findingId = params.findingId ?? "";
  const values = await formOf(request);
  return answer(await answerComment(actor, { ...values, findingId, commentId: params.commentId ?? "" }), values, () => seeOther(`/evaluation/findings/${findingId}#dialogue`));
}

export default function CommentsForm() {
  const { finding, comment } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const path = `/evaluation/findings/${finding.id}`;
  return (
    <>
      <PageHead title="Answer a comment" above={<a href={path}>{finding.content.question}</a>} lead={sectionNames[comment.section] + ": " + comment.body} />
      <form method="post" action={`${path}/comments/${comment.id}`} className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <TextArea label="Your answer" name="reply" required defaultValue={typed(refused, "reply")} error={errorAt(refused, "reply")} />
        <Choices label="Was the text corrected for it?" name="corrected" required choices={[{ value: "yes", label: "Yes, the text is corrected" }, { value: "no", label: "No, it stays as it is" }]} defaultValue={typed(refused, "corrected")} error={errorAt(refused, "corrected")} />
        <div className="row">
          <Button>Answer</Button>
          <ButtonLink look="secondary" href={path}>Back to the finding</ButtonLink>
        </div>
      </form>
    </>
  );
}
