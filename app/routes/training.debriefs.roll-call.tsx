import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { rollCall } from "~/queries/training/debrief-pages.server";
import { RollCallPage } from "~/ui/roll-call-page";

export const meta: MetaFunction = () => [{ title: "Roll-call pack - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  return found(await rollCall(await personOf(request), null), request);
}

export default function RollCall() {
  return <RollCallPage {...useLoaderData<typeof loader>()} />;
}
