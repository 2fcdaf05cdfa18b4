import type { LoaderFunctionArgs } from "@remix-run/node";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { retentionAsked, retentionPage } from "~/queries/training/retention-page.server";

export async function loader({ request }: LoaderFunctionArgs) {
  const { steps } = found(await retentionPage(await personOf(request), retentionAsked(new URL(request.url))), request);
  const lines = steps.flatMap(({ step, waves }) => waves.map(({ kind, months, percent, low, high, people }) => [step, kind, months, percent, low, high, percent === null ? null : people].map((cell) => cell ?? "").join(",")));
  const body = ["step,wave,months,percent,low,high,people", ...lines].join("\r\n");
  return new Response(`${body}\r\n`, { headers: { "Content-Type": "text/csv; charset=utf-8", "Content-Disposition": 'attachment; filename="what-lasts.csv"' } });
}
