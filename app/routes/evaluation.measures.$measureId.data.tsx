import type { LoaderFunctionArgs } from "@remix-run/node";
import { lineOf, safeCell } from "~/domain/tables/separated-values";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { measureData } from "~/queries/evaluation/measure-data.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { key, lines } = found(await measureData(await personOf(request), { measureId: params.measureId ?? "" }), request);
  const rows = lines.map(({ period, agency, breakdown, stratum, part, value }) => lineOf([period, agency, breakdown, stratum, part, value].map(safeCell)));
  return new Response(lineOf(["period", "agency", "breakdown", "group", "part", "value"]) + rows.join(""), { headers: { "Content-Type": "text/csv; charset=utf-8", "Content-Disposition": `attachment; filename="${key}.csv"` } });
}
