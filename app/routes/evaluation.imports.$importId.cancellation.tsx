import type { ActionFunctionArgs } from "@remix-run/node";
import { cancelImport } from "~/commands/evaluation/cancel-import.server";
import { personOf } from "~/http/actor.server";
import { found, seeOther } from "~/http/answer.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const { importId } = found(await cancelImport(await personOf(request), { importId: params.importId ?? "" }));
  return seeOther(`/evaluation/imports/${importId}`);
}
