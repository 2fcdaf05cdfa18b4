import type { LoaderFunctionArgs } from "@remix-run/node";
import { csvOf, turnout } from "~/domain/voting/participation";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { participationPage } from "~/queries/voting/participation-page.server";

export async function loader({ request }: LoaderFunctionArgs) {
  const { rows } = found(await participationPage(await personOf(request), { years: 5 }), request);
  const table = csvOf(["quarter", "by", "name", "seats", "invited", "voted", "percent"], rows.map((row) => [row.quarter, row.kind, row.name, row.seats, row.invited, row.voted, turnout(row) ?? ""]));
  return new Response(table, { headers: { "Content-Type": "text/csv; charset=utf-8", "Content-Disposition": 'attachment; filename="participation.csv"', "Cache-Control": "private, no-store" } });
}
