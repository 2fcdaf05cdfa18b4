import type { ActionFunctionArgs } from "@remix-run/node";
import { unlinkScenarioFromClause } from "~/commands/training/link-scenario.server";
import { personOf } from "~/http/actor.server";
import { formOf, found, seeOther } from "~/http/answer.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const { scenarioId } = found(await unlinkScenarioFromClause(actor, { ...(await formOf(request)), scenarioId: params.scenarioId ?? "" }));
  return seeOther(`/training/scenarios/${scenarioId}#clauses`);
}
