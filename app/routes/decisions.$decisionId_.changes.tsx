import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { proveSession } from "~/commands/access/prove-session.server";
import { changeText } from "~/commands/decisions/change-text.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { signingSession } from "~/http/signature.server";
import { changesForm } from "~/queries/decisions/changes-form.server";
import { ChangesForm } from "~/ui/changes-form";
import { NoticeLine } from "~/ui/notice-line";
import { PageHead } from "~/ui/page-head";

export const meta: MetaFunction = () => [{ title: "Adopt with changes - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await personOf(request);
  const also = [...new Set(new URL(request.url).searchParams.getAll("also"))].slice(0, 50);
  return { ...found(await changesForm(actor, { decisionId: params.decisionId ?? "", also }), request), also };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { password, ...values } = await formOf(request);
  const { actor, proved } = await signingSession(request, { password, address: context.clientAddress }, proveSession);
  if (!proved.ok) return answer(proved, values, () => seeOther("/"));
  const { reasons, typoOnly } = values;
  const choices = Object.entries(values).flatMap(([field, choice]) => {
    const clauseId = field.startsWith("choice:") ? field.slice("choice:".length) : null;
    return clauseId === null ? [] : [{ clauseId, choice, words: values[`words:${clauseId}`] ?? "", reason: values[`reason:${clauseId}`] ?? "" }];
  });
  const outcome = await changeText(actor, { decisionId: params.decisionId ?? "", choices, reasons, typoOnly, ...proved.value });
  return answer(outcome, values, ({ decisionId }) => seeOther(`/decisions/${decisionId}#changes`));
}

export default function Changes() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { decision, organization, document, proposal, obstacle, may } = page;
  return (
    <>
      <PageHead
        title="Adopt with changes"
        above={<a href={`/decisions/${decision.id}`}>{proposal ? `Proposal ${proposal.number}: ${proposal.title}` : `${document.number} ${document.title}`}</a>}
        lead={`The head of ${organization.name} takes each clause as carried, leaves it as it was, or has it in other words, with a reason for each change.`}
      />
      {obstacle && <NoticeLine kind="warning">{obstacle}</NoticeLine>}
      {!may.decide && <p className="quiet">{`Only the head of ${organization.name} changes the text.`}</p>}
      {may.decide && !obstacle && <ChangesForm page={page} refused={refused} />}
    </>
  );
}
