import type { ActionFunctionArgs } from "@remix-run/node";
import { proposeKept } from "~/commands/proposals/propose-kept.server";
import { personOf } from "~/http/actor.server";
import { formOf, found } from "~/http/answer.server";

/** What the editor asks for when a text was frozen before all was stored. It answers with where the proposal is, or with why there is none. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const { kept = "", ...said } = await formOf(request);
  const outcome = await proposeKept(actor, { ...said, ...keptIn(kept), draftId: params.draftId ?? "" });
  if (outcome.ok) return Response.json({ path: `/proposals/${outcome.value.id}/${outcome.value.mustChoose ? "rebase" : "draft"}` });
  if (outcome.kind === "missing") return found(outcome);
  return Response.json({ reason: outcome.reason, fields: outcome.fields ?? {} }, { status: outcome.status });
}

function keptIn(kept: string): object {
  try {
    const { version, batches } = JSON.parse(kept) as { version: unknown; batches: unknown };
    return { version, batches };
  } catch {
    return {};
  }
}
