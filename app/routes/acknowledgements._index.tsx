import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { acknowledgementList } from "~/queries/acknowledgement/acknowledgement-list.server";
import { AcknowledgementList } from "~/ui/acknowledgement-list";

export const meta: MetaFunction = () => [{ title: "To read and acknowledge - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const after = new URL(request.url).searchParams.get("after")?.slice(0, 100) ?? "";
  return found(await acknowledgementList(await personOf(request), { after }));
}

export default function Acknowledgements() {
  return <AcknowledgementList {...useLoaderData<typeof loader>()} />;
}
