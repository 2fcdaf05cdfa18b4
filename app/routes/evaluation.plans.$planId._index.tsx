import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { lapsePlans } from "~/commands/evaluation/lapse-plans.server";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { planPage } from "~/queries/evaluation/plan-page.server";
import { PlanPage } from "~/ui/plan-page";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.document.title ?? "Evaluation plan"} - Concord` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await personOf(request);
  const planId = params.planId ?? "";
  await lapsePlans(planId);
  return found(await planPage(actor, { planId }), request);
}

export default function OnePlan() {
  return <PlanPage {...useLoaderData<typeof loader>()} />;
}
