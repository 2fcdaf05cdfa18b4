import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { createDocument } from "~/commands/documents/create-document.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { newDocument } from "~/queries/documents/new-document.server";
import { Button, ButtonLink } from "~/ui/button";
import { DocumentFields } from "~/ui/document-fields";
import { ErrorSummary } from "~/ui/error-summary";
import { PageHead } from "~/ui/page-head";
import { errorsOf } from "~/ui/refused-form";
import { TemplateChoice } from "~/ui/template-choice";

export const meta: MetaFunction = () => [{ title: "Start a document - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  return found(await newDocument(await personOf(request), null));
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request, { lists: ["agencyIds"] });
  return answer(await createDocument(actor, values), values, ({ id }) => seeOther(`/documents/${id}/draft`));
}

export default function StartDocument() {
  const offered = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title="Start a document" above={<a href="/documents">Documents</a>} lead="You get a draft that you and others write together." />
      <form method="post" action="/documents/new" className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <DocumentFields {...offered} refused={refused} />
        <TemplateChoice refused={refused} />
        <div className="row">
          <Button>Start the draft</Button>
          <ButtonLink look="secondary" href="/documents">Back to the documents</ButtonLink>
        </div>
      </form>
    </>
  );
}
