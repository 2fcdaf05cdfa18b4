import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { lockClause } from "~/commands/drafting/lock-clause.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { clauseLocks } from "~/queries/drafting/clause-locks.server";
import { ClauseLockPage } from "~/ui/clause-lock-page";

export const meta: MetaFunction = () => [{ title: "Locked clauses - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await clauseLocks(await personOf(request), params.draftId ?? ""));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const person = await personOf(request);
  const values = await formOf(request);
  const draftId = params.draftId ?? "";
  return answer(await lockClause(person, { ...values, draftId }), values, () => seeOther(`/drafts/${draftId}/locks`));
}

export default function Locks() {
  return <ClauseLockPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />;
}
