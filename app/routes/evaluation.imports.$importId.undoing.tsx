import type { ActionFunctionArgs } from "@remix-run/node";
import { runImport } from "~/commands/evaluation/run-import.server";
import { undoImport } from "~/commands/evaluation/undo-import.server";
import { personOf } from "~/http/actor.server";
import { found, seeOther } from "~/http/answer.server";
import { log } from "~/http/log.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const { importId } = found(await undoImport(actor, { importId: params.importId ?? "" }));
  void runImport(actor, importId).catch((fault: unknown) => log.error({ err: fault }, "an import stopped"));
  return seeOther(`/evaluation/imports/${importId}`);
}
