import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { importReply } from "~/commands/drafting/import-reply.server";
import { personOf } from "~/http/actor.server";
import { answer, found, refusedForm, seeOther } from "~/http/answer.server";
import { uploadOf } from "~/http/upload.server";
import { draftReplies } from "~/queries/drafting/draft-replies.server";
import { RepliesPage } from "~/ui/replies-page";

const largestFile = 20_000_000;

export const meta: MetaFunction = () => [{ title: "Replies from Word - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await draftReplies(await personOf(request), params.draftId ?? ""), request);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const person = await personOf(request);
  const { values, file, refusal } = await uploadOf(request, { field: "file", lists: [], largest: largestFile });
  if (refusal) return refusedForm(refusal, values);
  return answer(await importReply(person, params.draftId ?? "", file), values, ({ draftId, replyId }) => seeOther(`/drafts/${draftId}/replies#reply-${replyId}`));
}

export default function Replies() {
  return <RepliesPage page={useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />;
}
