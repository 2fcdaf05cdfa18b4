import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { retentionAsked, retentionPage } from "~/queries/training/retention-page.server";
import { RetentionPage } from "~/ui/retention-page";

export const meta: MetaFunction = () => [{ title: "What lasts - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  return found(await retentionPage(await personOf(request), retentionAsked(new URL(request.url))), request);
}

export default function Retention() {
  return <RetentionPage {...useLoaderData<typeof loader>()} />;
}
