import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { releaseFindings } from "~/commands/findings/publish-finding.server";
import { anyone } from "~/domain/access/may";
import { readFindingAddress, versionAddress } from "~/domain/evaluation/published-finding";
import { found } from "~/http/answer.server";
import { ownAddress } from "~/http/redirect.server";
import { publicFinding } from "~/queries/findings/public-findings.server";
import { PublishedFindingPage } from "~/ui/published-finding-page";

export const handle = { published: true };
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: `${page?.shown.content.content.question ?? "Finding"} - Concord` }];

export async function loader({ params }: LoaderFunctionArgs) {
  const address = readFindingAddress(params.address ?? "");
  if (!address) throw new Response("There is no such finding.", { status: 404 });
  await releaseFindings();
  const page = found(await publicFinding(anyone, address));
  // What was retracted is gone; its reason stays.
  return data({ ...page, citedAt: ownAddress(versionAddress(page.number, page.shown.version)) }, { status: page.shown.standing === "retracted" ? 410 : 200 });
}

export default function PublicFinding() {
  return <PublishedFindingPage {...useLoaderData<typeof loader>()} />;
}
