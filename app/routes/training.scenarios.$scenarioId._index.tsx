import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { scenarioPage } from "~/queries/training/scenario-pages.server";
import { ScenarioPage } from "~/ui/scenario-page";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.scenario.title ?? "Scenario"} - Concord` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await scenarioPage(await personOf(request), { scenarioId: params.scenarioId ?? "" }));
}

export default function Scenario() {
  return <ScenarioPage {...useLoaderData<typeof loader>()} />;
}
