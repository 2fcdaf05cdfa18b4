import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { shareDocument } from "~/commands/documents/share-document.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { documentSharing } from "~/queries/documents/document-sharing.server";
import { Button, ButtonLink } from "~/ui/button";
import { VisibilityChoices } from "~/ui/document-fields";
import { ErrorSummary } from "~/ui/error-summary";
import { PageHead } from "~/ui/page-head";
import { errorsOf } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Who may see it - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await documentSharing(await personOf(request), { documentId: params.documentId ?? "" }));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  const documentId = params.documentId ?? "";
  return answer(await shareDocument(actor, { ...values, documentId }), values, () => seeOther(`/documents/${documentId}`));
}

export default function Sharing() {
  const { document, visibility } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title="Who may see it" above={<a href={`/documents/${document.id}`}>{`${document.number}, ${document.title}`}</a>} />
      <form method="post" action={`/documents/${document.id}/visibility`} className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <VisibilityChoices refused={refused} start={visibility} />
        <div className="row">
          <Button>Save who may see it</Button>
          <ButtonLink look="secondary" href={`/documents/${document.id}`}>Back to the document</ButtonLink>
        </div>
      </form>
    </>
  );
}
