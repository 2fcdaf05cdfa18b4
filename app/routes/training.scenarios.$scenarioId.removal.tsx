import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { unlinkScenarioFromClause } from "~/commands/training/link-scenario.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { scenarioPage } from "~/queries/training/scenario-pages.server";
import { ScenarioPage } from "~/ui/scenario-page";

export const meta: MetaFunction = () => [{ title: "Scenario and clauses - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await scenarioPage(await personOf(request), { scenarioId: params.scenarioId ?? "" }));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await unlinkScenarioFromClause(actor, { ...values, scenarioId: params.scenarioId ?? "" }), values, ({ scenarioId }) => seeOther(`/training/scenarios/${scenarioId}#clauses`));
}

export default function Removal() {
  return <ScenarioPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />;
}
