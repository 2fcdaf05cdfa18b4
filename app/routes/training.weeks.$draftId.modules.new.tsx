import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { addModule } from "~/commands/training/add-module.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { newModuleForm } from "~/queries/training/module-form.server";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";
import { ModuleFields } from "~/ui/module-fields";
import { PageHead } from "~/ui/page-head";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Add a module - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { draftId } = found(await newModuleForm(await personOf(request), { draftId: params.draftId ?? "" }));
  return { draftId };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request, { lists: ["steps"] });
  return answer(await addModule(actor, { ...values, draftId: params.draftId ?? "" }), values, ({ draftId }) => seeOther(`/training/weeks/${draftId}`));
}

export default function NewModule() {
  const { draftId } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title="Add a module" above={<a href={`/training/weeks/${draftId}`}>The week</a>} />
      <form method="post" className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <Field label="Title" name="title" required defaultValue={typed(refused, "title")} error={errorAt(refused, "title")} />
        <ModuleFields refused={refused} />
        <Button>Add the module</Button>
      </form>
    </>
  );
}
