import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { anyone } from "~/domain/access/may";
import { found } from "~/http/answer.server";
import { recommendationPage } from "~/queries/library/recommendation-page.server";
import { RecommendationPage } from "~/ui/recommendation-page";

export const handle = { published: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `What became of recommendation ${data.recommendation.number}: ${data.recommendation.title} - Concord` : "Library - Concord" }];

export async function loader({ params }: LoaderFunctionArgs) {
  const number = /^[1-9]\d{0,8}$/.test(params.proposal ?? "") ? Number(params.proposal) : 0;
  const { thing: _thing, ...page } = found(await recommendationPage(anyone, { number }));
  return page;
}

export default function Recommendation() {
  return <RecommendationPage {...useLoaderData<typeof loader>()} />;
}
