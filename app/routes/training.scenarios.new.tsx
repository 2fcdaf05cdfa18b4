import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { writeScenario } from "~/commands/training/write-scenario.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { scenarioForm } from "~/queries/training/scenario-pages.server";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { PageHead } from "~/ui/page-head";
import { errorsOf } from "~/ui/refused-form";
import { ScenarioFields } from "~/ui/scenario-fields";

export const meta: MetaFunction = () => [{ title: "Write a scenario - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  found(await scenarioForm(await personOf(request), null));
  return null;
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request, { lists: ["tags", "steps"] });
  return answer(await writeScenario(actor, values), values, ({ scenarioId }) => seeOther(`/training/scenarios/${scenarioId}`));
}

export default function NewScenario() {
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title="Write a scenario" above={<a href="/training/scenarios">Scenarios</a>} />
      <form method="post" className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <ScenarioFields refused={refused} />
        <Button>Keep the scenario</Button>
      </form>
    </>
  );
}
