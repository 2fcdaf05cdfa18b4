import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { varianceMatrix } from "~/queries/decisions/variance-matrix.server";
import { VarianceMatrix } from "~/ui/variance-matrix";

export const meta: MetaFunction = () => [{ title: "Policy by agency - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const after = new URL(request.url).searchParams.get("after")?.slice(0, 100) ?? "";
  return found(await varianceMatrix(await personOf(request), { after }), request);
}

export default function Variance() {
  return <VarianceMatrix {...useLoaderData<typeof loader>()} />;
}
