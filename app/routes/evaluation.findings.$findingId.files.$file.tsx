import type { LoaderFunctionArgs } from "@remix-run/node";
import { personOf } from "~/http/actor.server";
import { analysisFile } from "~/http/analysis-file.server";
import { found } from "~/http/answer.server";
import { planVersion } from "~/queries/evaluation/plan-version.server";
import { findingPage } from "~/queries/findings/finding-page.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await personOf(request);
  const { finding } = found(await findingPage(actor, { findingId: params.findingId ?? "" }), request);
  if (finding.state === "retracted") throw new Response("This finding was retracted. Its script and data are no longer given out.", { status: 410 });
  const plan = params.file === "analysis.zip" ? await planVersion(actor, { planId: finding.planId, version: finding.planVersion }) : null;
  return analysisFile(finding.analysis, params.file ?? "", { question: finding.content.question, plan: plan?.ok ? plan.value : null });
}
