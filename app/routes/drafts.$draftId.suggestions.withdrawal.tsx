import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { withdrawSuggestion } from "~/commands/drafting/withdraw-suggestion.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { safeRedirect } from "~/http/redirect.server";
import { suggestionList } from "~/queries/drafting/suggestion-list.server";
import { SuggestionsPage } from "~/ui/suggestion-page";

export const meta: MetaFunction = () => [{ title: "Suggestions - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return { page: found(await suggestionList(await personOf(request), params.draftId ?? ""), request) };
}

/** A form says in `next` where it goes on; without it, the editor asks, which stays where it is. */
export async function action({ request, params }: ActionFunctionArgs) {
  const person = await personOf(request);
  const draftId = params.draftId ?? "";
  const { next, ...values } = await formOf(request);
  const outcome = await withdrawSuggestion(person, { ...values, draftId });
  if (outcome.ok && next === undefined) return { done: 1, left: null };
  return answer(outcome, values, () => seeOther(safeRedirect(next, `/drafts/${draftId}/suggestions`)));
}

export default function Withdrawal() {
  return <SuggestionsPage page={useLoaderData<typeof loader>().page} answered={useActionData<typeof action>()} />;
}
