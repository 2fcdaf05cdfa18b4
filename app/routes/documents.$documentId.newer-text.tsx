import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { importNewerText } from "~/commands/documents/import-newer-text.server";
import { copyrightMeanings, copyrightNames, copyrights } from "~/domain/documents/copyright";
import { personOf } from "~/http/actor.server";
import { answer, found, refusedForm, seeOther } from "~/http/answer.server";
import { uploadOf } from "~/http/upload.server";
import { newerDraftText, newerEditionText } from "~/queries/documents/newer-text.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Choices, Field } from "~/ui/field";
import { PageHead } from "~/ui/page-head";
import { ProposalFields } from "~/ui/proposal-fields";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";

const largestFile = 20_000_000;

export const meta: MetaFunction = () => [{ title: "Import a newer text - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await personOf(request);
  const documentId = params.documentId ?? "";
  const ofDraft = await newerDraftText(actor, documentId);
  return found(!ofDraft.ok && ofDraft.kind === "missing" ? await newerEditionText(actor, documentId) : ofDraft);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const { values, file, refusal } = await uploadOf(request, { field: "file", lists: [], largest: largestFile });
  if (refusal) return refusedForm(refusal, values);
  return answer(await importNewerText(actor, params.documentId ?? "", values, file), values, ({ address }) => seeOther(address));
}

export default function NewerText() {
  const { document, edition } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const back = `/documents/${document.id}`;
  return (
    <>
      <PageHead
        title="Import a newer text"
        above={<a href={back}>{`${document.number}, ${document.title}`}</a>}
        lead={
          edition === null
            ? "The text of the file takes the place of the draft. The draft as it is now stays among the versions, and you see next what differs."
            : `The text of the file becomes a proposal to change edition ${edition}. Nothing is in force until it is voted on and adopted.`
        }
      />
      <form method="post" action={`${back}/newer-text`} encType="multipart/form-data" className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <Field
          label="Word file or PDF"
          name="file"
          type="file"
          required
          accept=".docx,.pdf,application/pdf,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
          error={errorAt(refused, "file")}
          hint={refused ? "A .docx or .pdf file of at most 20 MB. Choose it again: browsers do not keep a chosen file." : "A .docx or .pdf file of at most 20 MB."}
        />
        <Field label="Source" name="source" required defaultValue={typed(refused, "source", document.source)} error={errorAt(refused, "source")} hint="Who wrote this text, and where it was published." />
        <Choices
          label="Whose text is it?"
          name="copyright"
          required
          error={errorAt(refused, "copyright")}
          defaultValue={typed(refused, "copyright", document.copyright)}
          choices={copyrights.map((value) => ({ value, label: copyrightNames[value], explanation: copyrightMeanings[value] }))}
        />
        {edition !== null && <ProposalFields refused={refused} said={{ title: `Newer text of ${document.number}`, why: "A newer text of this document has been published.", affected: "Everyone who works by this document." }} />}
        <div className="row">
          <Button>{edition === null ? "Replace the draft" : "Open the proposal"}</Button>
          <ButtonLink look="secondary" href={back}>Back to the document</ButtonLink>
        </div>
      </form>
    </>
  );
}
