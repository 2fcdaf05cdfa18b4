import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changeVariants } from "~/commands/glossary/change-variants.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { termForm } from "~/queries/glossary/term-form.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { PageHead } from "~/ui/page-head";
import { errorsOf } from "~/ui/refused-form";
import { VariantsField } from "~/ui/variants-field";

export const meta: MetaFunction = () => [{ title: "Other forms of a term - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await termForm(await personOf(request), { termId: params.termId ?? "" }));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  const termId = params.termId ?? "";
  return answer(await changeVariants(actor, { ...values, termId }), values, () => seeOther(`/glossary/${termId}`));
}

export default function Variants() {
  const { term } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title={`Other forms of “${term.name}”`} above={<a href={`/glossary/${term.id}`}>{term.name}</a>} lead="The term is found in texts by its name and by each of these." />
      <form method="post" action={`/glossary/${term.id}/variants`} className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <VariantsField refused={refused} start={term.variants} />
        <div className="row">
          <Button>Save the forms</Button>
          <ButtonLink look="secondary" href={`/glossary/${term.id}`}>Back to the term</ButtonLink>
        </div>
      </form>
    </>
  );
}
