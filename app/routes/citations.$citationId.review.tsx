import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { reviewCitation } from "~/commands/resources/review-citation.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { citationReview } from "~/queries/resources/resource-page.server";
import { CitationReview } from "~/ui/citation-review";

export const meta: MetaFunction = () => [{ title: "A clause to look at - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await citationReview(await personOf(request), { citationId: params.citationId ?? "" }));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await reviewCitation(actor, { ...values, citationId: params.citationId ?? "" }), values, ({ resourceId }) => seeOther(`/resources/${resourceId}#clauses`));
}

export default function Review() {
  return <CitationReview {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />;
}
