import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { releaseFindings } from "~/commands/findings/publish-finding.server";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { findingPage } from "~/queries/findings/finding-page.server";
import { FindingPage } from "~/ui/finding-page";

export const meta: MetaFunction = () => [{ title: "Finding - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await personOf(request);
  const findingId = params.findingId ?? "";
  await releaseFindings(findingId);
  return found(await findingPage(actor, { findingId }), request);
}

export default function OneFinding() {
  return <FindingPage {...useLoaderData<typeof loader>()} />;
}
