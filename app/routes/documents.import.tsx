import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { importDocument } from "~/commands/documents/import-document.server";
import { copyrightMeanings, copyrightNames, copyrights } from "~/domain/documents/copyright";
import { personOf } from "~/http/actor.server";
import { answer, found, refusedForm, seeOther } from "~/http/answer.server";
import { uploadOf } from "~/http/upload.server";
import { newImport } from "~/queries/documents/new-document.server";
import { Button, ButtonLink } from "~/ui/button";
import { DocumentFields } from "~/ui/document-fields";
import { ErrorSummary } from "~/ui/error-summary";
import { Choices, Field } from "~/ui/field";
import { PageHead } from "~/ui/page-head";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";

const largestFile = 20_000_000;

export const meta: MetaFunction = () => [{ title: "Import a text - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  return found(await newImport(await personOf(request), null));
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const { values, file, refusal } = await uploadOf(request, { field: "file", lists: ["agencyIds"], largest: largestFile });
  if (refusal) return refusedForm(refusal, values);
  return answer(await importDocument(actor, values, file), values, ({ id }) => seeOther(`/documents/${id}/import-report`));
}

export default function ImportDocument() {
  const offered = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead
        title="Import a text"
        above={<a href="/documents">Documents</a>}
        lead="The text becomes a draft that you correct before anyone decides about it. Afterwards you see what was understood and what was not."
      />
      <form method="post" action="/documents/import" encType="multipart/form-data" className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <DocumentFields {...offered} refused={refused} titleFromFile />
        <Field label="Source" name="source" required defaultValue={typed(refused, "source")} error={errorAt(refused, "source")} hint="Who wrote this text, and where it was published." />
        <Choices
          label="Whose text is it?"
          name="copyright"
          required
          error={errorAt(refused, "copyright")}
          defaultValue={typed(refused, "copyright")}
          choices={copyrights.map((value) => ({ value, label: copyrightNames[value], explanation: copyrightMeanings[value] }))}
        />
        <Field
          label="Word file or PDF"
          name="file"
          type="file"
          required
          accept=".docx,.pdf,application/pdf,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
          error={errorAt(refused, "file")}
          hint={refused ? "A .docx or .pdf file of at most 20 MB. Choose it again: browsers do not keep a chosen file." : "A .docx or .pdf file of at most 20 MB. Word keeps more than PDF does: headings, lists, tables and tracked changes."}
        />
        <div className="row">
          <Button>Import the file</Button>
          <ButtonLink look="secondary" href="/documents">Back to the documents</ButtonLink>
        </div>
      </form>
    </>
  );
}
