import type { ActionFunctionArgs } from "@remix-run/node";
import { unlinkClause } from "~/commands/evaluation/unlink-clause.server";
import { personOf } from "~/http/actor.server";
import { formOf, found, seeOther } from "~/http/answer.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const { measureId } = found(await unlinkClause(actor, { ...(await formOf(request)), measureId: params.measureId ?? "" }));
  return seeOther(`/evaluation/measures/${measureId}#clauses`);
}
