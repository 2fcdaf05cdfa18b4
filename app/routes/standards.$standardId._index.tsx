import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirementFilters } from "~/domain/crosswalk/proof";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { numberAsked } from "~/http/number-asked";
import { standardPage } from "~/queries/crosswalk/standard-page.server";
import { StandardPage } from "~/ui/standard-page";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.standard.name ?? "Standard"} - Concord` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams;
  const show = requirementFilters.find((filter) => filter === asked.get("show")) ?? "all";
  return found(await standardPage(await personOf(request), { standardId: params.standardId ?? "", show, after: numberAsked(asked.get("after")) ?? 0 }), request);
}

export default function Standard() {
  return <StandardPage {...useLoaderData<typeof loader>()} />;
}
