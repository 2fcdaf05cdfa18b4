import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { arrangeModule } from "~/commands/training/arrange-module.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { moduleForm } from "~/queries/training/module-form.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { ModuleFields } from "~/ui/module-fields";
import { PageHead } from "~/ui/page-head";
import { errorsOf } from "~/ui/refused-form";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.module.title ?? "A module"} - Concord` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { module, draftId } = found(await moduleForm(await personOf(request), { draftId: params.draftId ?? "", moduleId: params.moduleId ?? "" }));
  if (!module) throw new Response("There is no such module.", { status: 404 });
  return { module, draftId };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request, { lists: ["steps"] });
  return answer(await arrangeModule(actor, { ...values, draftId: params.draftId ?? "", moduleId: params.moduleId ?? "" }), values, ({ draftId }) => seeOther(`/training/weeks/${draftId}`));
}

export default function ModuleOfWeek() {
  const { module, draftId } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title={module.title} above={<a href={`/training/weeks/${draftId}`}>The week</a>} />
      <form method="post" className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <ModuleFields refused={refused} module={module} />
        <div className="row">
          <Button>Save the module</Button>
          <ButtonLink look="secondary" href={`/training/weeks/${draftId}`}>Back to the week</ButtonLink>
        </div>
      </form>
    </>
  );
}
