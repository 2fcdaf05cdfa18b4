import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { commentOnFinding } from "~/commands/findings/comment-on-finding.server";
import { findingSections, sectionNames } from "~/domain/evaluation/finding";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { commentForm } from "~/queries/findings/finding-page.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Select, TextArea } from "~/ui/field";
import { PageHead } from "~/ui/page-head";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Comment on the finding - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await commentForm(await personOf(request), { findingId: params.findingId ?? "" }), request);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const findingId = params.findingId ?? "";
  const values = await formOf(request);
  return answer(await commentOnFinding(actor, { ...values, findingId }), values, () => seeOther(`/evaluation/findings/${findingId}#dialogue`));
}

export default function CommentsForm() {
  const { finding } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const path = `/evaluation/findings/${finding.id}`;
  return (
    <>
      <PageHead title="Comment on the finding" above={<a href={path}>{finding.content.question}</a>} lead="Say what is wrong or missing in one item. The researcher answers every comment. Both are printed with the finding." />
      <form method="post" action={`${path}/comments`} className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <Select label="What it is about" name="section" required options={findingSections.map((value) => ({ value, label: sectionNames[value] }))} defaultValue={typed(refused, "section", "answer")} error={errorAt(refused, "section")} />
        <TextArea label="Comment" name="body" required defaultValue={typed(refused, "body")} error={errorAt(refused, "body")} hint="Name no person. Your agency is named." />
        <div className="row">
          <Button>Send the comment</Button>
          <ButtonLink look="secondary" href={path}>Back to the finding</ButtonLink>
        </div>
      </form>
    </>
  );
}
