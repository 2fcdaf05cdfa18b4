import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { correctScenario } from "~/commands/training/correct-scenario.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { scenarioText } from "~/queries/training/scenario-pages.server";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { PageHead } from "~/ui/page-head";
import { errorsOf, typed } from "~/ui/refused-form";
import { ScenarioFields } from "~/ui/scenario-fields";

export const meta: MetaFunction = () => [{ title: "Change a scenario - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scenario } = found(await scenarioText(await personOf(request), { scenarioId: params.scenarioId ?? "" }));
  return { scenario };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request, { lists: ["tags", "steps"] });
  return answer(await correctScenario(actor, { ...values, scenarioId: params.scenarioId ?? "" }), values, ({ scenarioId }) => seeOther(`/training/scenarios/${scenarioId}`));
}

export default function ScenarioText() {
  const { scenario } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title="Change the scenario" above={<a href={`/training/scenarios/${scenario.id}`}>{scenario.title}</a>} lead="Everybody reads the new text from now on. The clauses it exercises stay linked." />
      <form method="post" className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <input type="hidden" name="read" value={typed(refused, "read", scenario.writtenAt)} />
        <ScenarioFields refused={refused} written={scenario} />
        <Button>Save the scenario</Button>
      </form>
    </>
  );
}
