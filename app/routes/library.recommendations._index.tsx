import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { anyone } from "~/domain/access/may";
import { readRecommendationFilter } from "~/domain/library/recommendation";
import { found } from "~/http/answer.server";
import { recommendationList } from "~/queries/library/recommendation-list.server";
import { RecommendationList } from "~/ui/recommendation-list";

export const handle = { published: true };

export const meta: MetaFunction = () => [{ title: "What became of it - Concord" }, { name: "description", content: "Every recommendation that was put to the vote, and what each agency answered." }];

export async function loader({ request }: LoaderFunctionArgs) {
  const given = new URL(request.url).searchParams;
  const text = (name: string) => given.get(name)?.slice(0, 100) ?? "";
  const before = /^[1-9]\d{0,8}$/.test(text("before")) ? Number(text("before")) : null;
  const asked = { filter: readRecommendationFilter(given.get("outcome")), topic: text("topic"), agencyId: text("agency") };
  const { recommendations, choices, more } = found(await recommendationList(anyone, { ...asked, before }));
  return { recommendations, choices, more, asked };
}

export default function Recommendations() {
  return <RecommendationList {...useLoaderData<typeof loader>()} />;
}
