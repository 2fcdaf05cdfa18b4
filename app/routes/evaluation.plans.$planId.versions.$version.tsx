import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { planVersion } from "~/queries/evaluation/plan-version.server";
import { PlanVersionView } from "~/ui/plan-version";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.document.title ?? "Evaluation plan"}, version ${data?.version ?? ""} - Concord` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const version = /^\d{1,4}$/.test(params.version ?? "") ? Number(params.version) : 0;
  return found(await planVersion(await personOf(request), { planId: params.planId ?? "", version }), request);
}

export default function VersionOfPlan() {
  const page = useLoaderData<typeof loader>();
  const path = `/evaluation/plans/${page.planId}`;
  return <PlanVersionView page={page} above={{ label: "The plan", href: path }} pathOf={(version) => `${path}/versions/${version}`} />;
}
