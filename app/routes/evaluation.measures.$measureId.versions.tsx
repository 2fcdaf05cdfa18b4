import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { redefineMeasure } from "~/commands/evaluation/redefine-measure.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { measureForm } from "~/queries/evaluation/measure-form.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { MeasureFields } from "~/ui/measure-fields";
import { PageHead } from "~/ui/page-head";
import { errorsOf } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Change a definition - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await measureForm(await personOf(request), { measureId: params.measureId ?? "" }), request);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await redefineMeasure(actor, { ...values, measureId: params.measureId ?? "" }), values, ({ measureId }) => seeOther(`/evaluation/measures/${measureId}#definition`));
}

export default function ChangeDefinition() {
  const { measure, definition, organizations } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const path = `/evaluation/measures/${measure.id}`;
  return (
    <>
      <PageHead title={`Change the definition of “${measure.name}”`} above={<a href={path}>{measure.name}</a>} lead={`Saving makes version ${measure.number + 1}. Version ${measure.number} is kept, and plans that were frozen with it keep it.`} />
      <form method="post" action={`${path}/versions`} className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <MeasureFields refused={refused} start={definition} organizations={organizations} />
        <div className="row">
          <Button>{`Save version ${measure.number + 1}`}</Button>
          <ButtonLink look="secondary" href={path}>Back to the measure</ButtonLink>
        </div>
      </form>
    </>
  );
}
