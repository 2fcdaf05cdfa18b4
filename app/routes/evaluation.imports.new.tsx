import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { stageImport } from "~/commands/evaluation/stage-import.server";
import { personOf } from "~/http/actor.server";
import { answer, found, refusedForm, seeOther } from "~/http/answer.server";
import { uploadOf } from "~/http/upload.server";
import { importForm } from "~/queries/evaluation/data-pages.server";
import { Button, ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { ErrorSummary } from "~/ui/error-summary";
import { Choices, Field } from "~/ui/field";
import { PageHead } from "~/ui/page-head";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";

const largestFile = 40_000_000;

export const meta: MetaFunction = () => [{ title: "Import totals - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  return found(await importForm(await personOf(request), null), request);
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const { values, file, refusal } = await uploadOf(request, { field: "file", lists: [], largest: largestFile });
  if (refusal) return refusedForm(refusal, values);
  return answer(await stageImport(actor, values, file), values, ({ importId }) => seeOther(`/evaluation/imports/${importId}`));
}

export default function ImportTotals() {
  const { agreements } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title="Import totals" above={<a href="/evaluation/data">Data</a>} lead="A file with one count in a row: the measure, the month, the agency, the group, how many, of how many." />
      {agreements.length === 0 ? (
        <EmptyState title="No agreement holds today." step={<ButtonLink href="/evaluation/agreements/new">Record an agreement</ButtonLink>}>
          <p>Totals come in only under a data-sharing agreement that has not ended.</p>
        </EmptyState>
      ) : (
        <form method="post" action="/evaluation/imports/new" encType="multipart/form-data" className="form" noValidate>
          <ErrorSummary errors={errorsOf(refused)} />
          <Choices label="Agreement" name="agreementId" required defaultValue={typed(refused, "agreementId", agreements[0]?.id)} error={errorAt(refused, "agreementId")} choices={agreements.map(({ id, title, fields }) => ({ value: id, label: title, explanation: `Columns: ${fields.join(", ")}` }))} />
          <Field label="CSV or Excel file" name="file" type="file" required accept=".csv,.tsv,.txt,.xlsx,text/csv" error={errorAt(refused, "file")} hint="At most 40 MB (Excel 20 MB), with headings in the first row." />
          <details className="redline-reading">
            <summary>What must not be in the file</summary>
            <p className="prose">Nothing that could point to a person. The privacy rule for health data names eighteen: names; places smaller than a state; dates of a person other than the year; phone and fax numbers; e-mail addresses; social security, medical record, health plan, account and license numbers; vehicles and plates; devices; web addresses; internet addresses; finger and voice prints; full-face pictures; and any other number or mark that is one person's own. Nor case, CAD or incident numbers, exact times, or places on a map. A file with such a column is refused, and nothing of it is kept.</p>
          </details>
          <div className="row">
            <Button>Read the file</Button>
            <ButtonLink look="secondary" href="/evaluation/data">Back to the data</ButtonLink>
          </div>
        </form>
      )}
    </>
  );
}
