import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { anyone } from "~/domain/access/may";
import { found } from "~/http/answer.server";
import { publicPlan } from "~/queries/evaluation/plan-version.server";
import { PlanVersionView } from "~/ui/plan-version";

export const handle = { published: true };
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.document.title ?? "Evaluation plan"} - Concord` }];

export async function loader({ params }: LoaderFunctionArgs) {
  return found(await publicPlan(anyone, { number: params.number ?? "", version: null }));
}

export default function PublishedPlan() {
  const page = useLoaderData<typeof loader>();
  return <PlanVersionView page={page} above={{ label: "Library", href: "/library" }} pathOf={(version) => `/library/plans/${encodeURIComponent(page.document.number)}/versions/${version}`} />;
}
