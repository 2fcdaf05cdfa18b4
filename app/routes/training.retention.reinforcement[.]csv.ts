import type { LoaderFunctionArgs } from "@remix-run/node";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { reinforcementPage } from "~/queries/training/retention-page.server";

export async function loader({ request }: LoaderFunctionArgs) {
  const { months, officers } = found(await reinforcementPage(await personOf(request), null), request);
  const lines = months.map(({ month, debriefs, rate }) => [month, debriefs, officers, rate?.value, rate?.low, rate?.high].map((cell) => cell ?? "").join(","));
  const body = ["month,debriefs,officers,per_100_officers,low,high", ...lines].join("\r\n");
  return new Response(`${body}\r\n`, { headers: { "Content-Type": "text/csv; charset=utf-8", "Content-Disposition": 'attachment; filename="debriefs.csv"' } });
}
