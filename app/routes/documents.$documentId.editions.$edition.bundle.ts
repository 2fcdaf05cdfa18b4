import type { ActionFunctionArgs } from "@remix-run/node";
import { takeBundle } from "~/commands/records/take-bundle.server";
import { personOf } from "~/http/actor.server";
import { formOf, found } from "~/http/answer.server";
import { bundleFile } from "~/http/export-file.server";

export async function action({ request, params }: ActionFunctionArgs) {
  return bundleFile(found(await takeBundle(await personOf(request), { ...(await formOf(request)), documentId: params.documentId, edition: params.edition })));
}
