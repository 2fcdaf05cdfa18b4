import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { debriefList } from "~/queries/training/debrief-pages.server";
import { DebriefsPage } from "~/ui/debriefs-page";

export const meta: MetaFunction = () => [{ title: "Debriefs - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams;
  return found(await debriefList(await personOf(request), { month: asked.get("month") ?? "", unit: asked.get("unit") ?? "", own: asked.get("by") === "me" }), request);
}

export default function Debriefs() {
  return <DebriefsPage {...useLoaderData<typeof loader>()} />;
}
