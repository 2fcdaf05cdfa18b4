import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { reviewDocument } from "~/commands/review/review-document.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { reviewPage } from "~/queries/review/review-page.server";
import { ReviewPage } from "~/ui/review-page";

export const meta: MetaFunction = () => [{ title: "Review - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await reviewPage(await personOf(request), { documentId: params.documentId ?? "" }));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  const documentId = params.documentId ?? "";
  return answer(await reviewDocument(actor, { ...values, documentId }), values, () => seeOther(`/documents/${documentId}/review`));
}

export default function Review() {
  return <ReviewPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />;
}
