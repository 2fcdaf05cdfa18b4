import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { acknowledgementList } from "~/queries/acknowledgement/acknowledgement-list.server";
import { AcknowledgementList } from "~/ui/acknowledgement-list";

export const meta: MetaFunction = () => [{ title: "To read and acknowledge - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  return found(await acknowledgementList(await personOf(request), null));
}

export default function Acknowledgements() {
  return <AcknowledgementList {...useLoaderData<typeof loader>()} />;
}
