import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { confirmRights } from "~/commands/documents/confirm-rights.server";
import { copyrightNames } from "~/domain/documents/copyright";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { documentRights } from "~/queries/documents/document-rights.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { TextArea } from "~/ui/field";
import { KeyFacts } from "~/ui/key-facts";
import { PageHead } from "~/ui/page-head";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "The right to publish - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await documentRights(await personOf(request), { documentId: params.documentId ?? "" }));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  const documentId = params.documentId ?? "";
  return answer(await confirmRights(actor, { ...values, documentId }), values, () => seeOther(`/documents/${documentId}`));
}

export default function DocumentRights() {
  const { document } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead
        title="The right to publish"
        above={<a href={`/documents/${document.id}`}>{`${document.number}, ${document.title}`}</a>}
        lead="A vendor keeps the rights to its text, also once it is changed. Say by what right this one may be published. Your name and your words go on record."
      >
        <KeyFacts facts={[{ term: "Source", fact: document.source || "Not said" }, { term: "Whose text", fact: copyrightNames[document.copyright] }]} />
      </PageHead>
      <form method="post" action={`/documents/${document.id}/rights`} className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <TextArea
          label="By what right"
          name="basis"
          required
          rows={5}
          defaultValue={typed(refused, "basis")}
          error={errorAt(refused, "basis")}
          hint="Name the licence, the letter or the contract, its date, and who gave it."
        />
        <div className="row">
          <Button>Confirm the right to publish</Button>
          <ButtonLink look="secondary" href={`/documents/${document.id}`}>Back to the document</ButtonLink>
        </div>
      </form>
    </>
  );
}
