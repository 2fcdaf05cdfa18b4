import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { resourcePage } from "~/queries/resources/resource-page.server";
import { ResourcePage } from "~/ui/resource-page";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.resource.name ?? "Resource"} - Concord` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await resourcePage(await personOf(request), { resourceId: params.resourceId ?? "" }), request);
}

export default function Resource() {
  return <ResourcePage {...useLoaderData<typeof loader>()} />;
}
