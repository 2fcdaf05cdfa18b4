import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { proveSession } from "~/commands/access/prove-session.server";
import { makeDecision } from "~/commands/decisions/make-decision.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { signingSession } from "~/http/signature.server";
import { decisionPage } from "~/queries/decisions/decision-page.server";
import { DecisionView } from "~/ui/decision-page";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Decision of ${data?.organization.name ?? "an agency"} - Concord` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await decisionPage(await personOf(request), { decisionId: params.decisionId ?? "" }), request);
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { password, ...values } = await formOf(request);
  const { actor, proved } = await signingSession(request, { password, address: context.clientAddress }, proveSession);
  if (!proved.ok) return answer(proved, values, () => seeOther("/"));
  return answer(await makeDecision(actor, { ...values, ...proved.value, decisionId: params.decisionId ?? "" }), values, ({ decisionId }) => seeOther(`/decisions/${decisionId}`));
}

export default function Decision() {
  return <DecisionView page={useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />;
}
