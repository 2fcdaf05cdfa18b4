import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { submitDocument } from "~/commands/documents/submit-document.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { documentSubmission } from "~/queries/documents/document-sharing.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { PageHead } from "~/ui/page-head";
import { UndecidedNotice } from "~/ui/undecided-notice";
import { errorsOf } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Send to the agency head - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await documentSubmission(await personOf(request), { documentId: params.documentId ?? "" }));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  const documentId = params.documentId ?? "";
  return answer(await submitDocument(actor, { ...values, documentId }), values, () => seeOther(`/documents/${documentId}`));
}

export default function Submission() {
  const { document, agencies, undecided } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead
        title="Send to the agency head"
        above={<a href={`/documents/${document.id}`}>{`${document.number}, ${document.title}`}</a>}
        lead={`The text goes to the head of ${agencies.join(" and of ") || "no agency yet"}, who adopts or declines it with written reasons. Until then nobody can change it.`}
      />
      <UndecidedNotice undecided={undecided} toDo="send the text" />
      <form method="post" action={`/documents/${document.id}/submission`} className="form">
        <ErrorSummary errors={errorsOf(refused)} />
        <div className="row">
          <Button>Send to the agency head</Button>
          <ButtonLink look="secondary" href={`/documents/${document.id}`}>Back to the document</ButtonLink>
        </div>
      </form>
    </>
  );
}
