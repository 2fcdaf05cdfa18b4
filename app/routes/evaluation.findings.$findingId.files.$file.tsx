import type { LoaderFunctionArgs } from "@remix-run/node";
import { personOf } from "~/http/actor.server";
import { analysisFile } from "~/http/analysis-file.server";
import { found } from "~/http/answer.server";
import { findingPage } from "~/queries/findings/finding-page.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { finding } = found(await findingPage(await personOf(request), { findingId: params.findingId ?? "" }), request);
  if (finding.state === "retracted") throw new Response("This finding was retracted. Its script and data are no longer given out.", { status: 410 });
  return analysisFile(finding.analysis, params.file ?? "", finding.content.question);
}
