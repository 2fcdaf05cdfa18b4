import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { decideSuggestions } from "~/commands/drafting/decide-suggestions.server";
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
  const { next, ids, ...values } = await formOf(request, { lists: ["ids"] });
  const outcome = await decideSuggestions(person, { ...values, ...(ids.length > 0 ? { ids } : {}), draftId });
  // What was left is told at once, also where the form would go on.
  if (outcome.ok && (next === undefined || outcome.value.left)) return { done: outcome.value.count, left: outcome.value.left };
  return answer(outcome, values, () => seeOther(safeRedirect(String(next), `/drafts/${draftId}/suggestions`)));
}

export default function Decisions() {
  return <SuggestionsPage page={useLoaderData<typeof loader>().page} answered={useActionData<typeof action>()} />;
}
