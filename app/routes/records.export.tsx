import type { ActionFunctionArgs } from "@remix-run/node";
import { exportRecords } from "~/commands/records/export-records.server";
import { personOf } from "~/http/actor.server";
import { formOf, found } from "~/http/answer.server";

export async function action({ request }: ActionFunctionArgs) {
  const bundle = found(await exportRecords(await personOf(request), await formOf(request)));
  return new Response(JSON.stringify(bundle), {
    headers: { "Content-Type": "application/json; charset=utf-8", "Content-Disposition": 'attachment; filename="records.json"', "Cache-Control": "no-store" },
  });
}
