import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { agencyAcknowledgement } from "~/queries/acknowledgement/acknowledgement-page.server";
import { AgencyAcknowledgement } from "~/ui/agency-acknowledgement";

export const meta: MetaFunction = () => [{ title: "Who has acknowledged - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await agencyAcknowledgement(await personOf(request), { adoptionId: params.adoptionId ?? "" }));
}

export default function Agency() {
  return <AgencyAcknowledgement {...useLoaderData<typeof loader>()} />;
}
