import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { closeOverdue } from "~/commands/voting/close-overdue.server";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { ballotPage } from "~/queries/voting/ballot-page.server";
import { QuestionView } from "~/ui/question-page";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.round.question ?? "Ballot"} - Concord` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await personOf(request);
  const ballotId = params.ballotId ?? "";
  await closeOverdue({ roundId: ballotId });
  return found(await ballotPage(actor, { ballotId }), request);
}

export default function Question() {
  return <QuestionView page={useLoaderData<typeof loader>()} />;
}
