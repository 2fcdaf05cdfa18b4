import type { LoaderFunctionArgs } from "@remix-run/node";
import { anyone } from "~/domain/access/may";
import { bibtexOf, cslOf, readFindingAddress, versionAddress } from "~/domain/evaluation/published-finding";
import { analysisFile, download } from "~/http/analysis-file.server";
import { found } from "~/http/answer.server";
import { publicPlan } from "~/queries/evaluation/plan-version.server";
import { publicFinding } from "~/queries/findings/public-findings.server";

/** Script, data and citations of one published version. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const address = readFindingAddress(params.address ?? "");
  if (!address) throw new Response("There is no such finding.", { status: 404 });
  const { number, program, shown } = found(await publicFinding(anyone, address));
  const citation = { number, version: shown.version, publishedAt: shown.publishedAt, address: new URL(versionAddress(number, shown.version), request.url).href, program: program.name, published: shown.content };
  if (params.file === "citation.bib") return download(bibtexOf(citation), `finding-${number}-v${shown.version}.bib`, "application/x-bibtex");
  if (params.file === "citation.json") return download(cslOf(citation), `finding-${number}-v${shown.version}.json`, "application/vnd.citationstyles.csl+json");
  if (shown.standing === "retracted") throw new Response("This finding was retracted. Its script and data are no longer given out.", { status: 410 });
  const { plan, analysis, content } = shown.content;
  const frozen = params.file === "analysis.zip" && plan.public ? await publicPlan(anyone, { number: plan.number, version: plan.version }) : null;
  return analysisFile(analysis, params.file ?? "", { question: content.question, plan: frozen?.ok ? frozen.value : null });
}
