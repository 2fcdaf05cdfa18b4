import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { defineTerm } from "~/commands/glossary/define-term.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { termForm } from "~/queries/glossary/term-form.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Field, TextArea } from "~/ui/field";
import { PageHead } from "~/ui/page-head";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Define a term - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await termForm(await personOf(request), { termId: params.termId ?? "" }));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  const termId = params.termId ?? "";
  return answer(await defineTerm(actor, { ...values, termId }), values, () => seeOther(`/glossary/${termId}#uses`));
}

export default function DefineTerm() {
  const { term } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead
        title={`What does “${term.name}” mean?`}
        above={<a href={`/glossary/${term.id}`}>{term.name}</a>}
        lead="The definition before it is kept. Those who keep a text that uses the term are told."
      />
      <form method="post" action={`/glossary/${term.id}/definitions`} className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <TextArea label="What it means" name="body" required rows={6} defaultValue={typed(refused, "body", term.definition?.body)} error={errorAt(refused, "body")} hint="One or two sentences that a reader understands without the text around them." />
        <Field label="Where the definition is from" name="source" defaultValue={typed(refused, "source", term.definition?.source)} error={errorAt(refused, "source")} hint="A law, a standard, a meeting." />
        <div className="row">
          <Button>Save the definition</Button>
          <ButtonLink look="secondary" href={`/glossary/${term.id}`}>Back to the term</ButtonLink>
        </div>
      </form>
    </>
  );
}
