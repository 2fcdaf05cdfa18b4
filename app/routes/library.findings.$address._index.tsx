import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { releaseFindings } from "~/commands/findings/publish-finding.server";
import { anyone } from "~/domain/access/may";
import { readFindingAddress } from "~/domain/evaluation/published-finding";
import { found } from "~/http/answer.server";
import { publicFinding } from "~/queries/findings/public-findings.server";
import { PublishedFindingPage } from "~/ui/published-finding-page";

export const handle = { published: true };
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.shown.content.content.question ?? "Finding"} - Concord` }];

export async function loader({ params }: LoaderFunctionArgs) {
  const address = readFindingAddress(params.address ?? "");
  if (!address) throw new Response("There is no such finding.", { status: 404 });
  await releaseFindings();
  return found(await publicFinding(anyone, address));
}

export default function PublicFinding() {
  return <PublishedFindingPage {...useLoaderData<typeof loader>()} />;
}
