import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { addRequirements } from "~/commands/crosswalk/add-requirements.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { requirementsForm } from "~/queries/crosswalk/standard-list.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { TextArea } from "~/ui/field";
import { PageHead } from "~/ui/page-head";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Add requirements - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await requirementsForm(await personOf(request), { standardId: params.standardId ?? "" }));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await addRequirements(actor, { ...values, standardId: params.standardId ?? "" }), values, ({ standardId }) => seeOther(`/standards/${standardId}`));
}

export default function Requirements() {
  const { standard } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const path = `/standards/${standard.id}`;
  return (
    <>
      <PageHead title="Add requirements" above={<a href={path}>{standard.name}</a>} lead="A line each: the number, a comma, and the words. Paste them from a spreadsheet or a CSV file." />
      <form method="post" action={`${path}/requirements`} className="form wide" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <TextArea
          label="Requirements"
          name="lines"
          required
          rows={12}
          defaultValue={typed(refused, "lines")}
          error={errorAt(refused, "lines")}
          hint="Such as “12.3, Officers are trained before they are sent”. A number that is there already gets the new words, and its proofs wait to be looked at. Manuals of accreditation are mostly under copyright: write the number and a summary of your own, not their text."
        />
        <div className="row">
          <Button>Add the requirements</Button>
          <ButtonLink look="secondary" href={path}>Back to the standard</ButtonLink>
        </div>
      </form>
    </>
  );
}
