import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { addTerm } from "~/commands/glossary/add-term.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { newTerm } from "~/queries/glossary/term-form.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Field, TextArea } from "~/ui/field";
import { PageHead } from "~/ui/page-head";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";
import { VariantsField } from "~/ui/variants-field";

export const meta: MetaFunction = () => [{ title: "Add a term - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  return found(await newTerm(await personOf(request), null));
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await addTerm(actor, values), values, ({ termId }) => seeOther(`/glossary/${termId}`));
}

export default function AddTerm() {
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title="Add a term" above={<a href="/glossary">Glossary</a>} lead="From then on it is marked in every text that uses it." />
      <form method="post" action="/glossary/new" className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <Field label="Term" name="name" required defaultValue={typed(refused, "name")} error={errorAt(refused, "name")} hint="In small letters, as it stands inside a sentence." autoComplete="off" />
        <VariantsField refused={refused} start={[]} />
        <TextArea label="What it means" name="body" rows={5} defaultValue={typed(refused, "body")} error={errorAt(refused, "body")} hint="One or two sentences. Left empty, every text that uses the term is warned." />
        <Field label="Where the definition is from" name="source" defaultValue={typed(refused, "source")} error={errorAt(refused, "source")} hint="A law, a standard, a meeting." />
        <div className="row">
          <Button>Add the term</Button>
          <ButtonLink look="secondary" href="/glossary">Back to the glossary</ButtonLink>
        </div>
      </form>
    </>
  );
}
