import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { weekPage } from "~/queries/training/week-page.server";
import { WeekPage } from "~/ui/week-page";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `The week of ${data?.document.title ?? "a curriculum"} - Concord` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const week = found(await weekPage(await personOf(request), { draftId: params.draftId ?? "" }));
  return { ...week, moved: new URL(request.url).searchParams.get("moved") };
}

export default function Week() {
  return <WeekPage {...useLoaderData<typeof loader>()} />;
}
