import { createHash } from "node:crypto";
import { strToU8, zipSync } from "fflate";
import { codebookOf } from "~/domain/evaluation/codebook";
import type { StoredAnalysis } from "~/domain/evaluation/finding-result";
import { rScript } from "~/domain/evaluation/r-script";

/** What stands around an analysis: the question it answers, and the frozen plan it follows, where the reader may see that. */
export type AnalysisContext = { question: string; plan: PlanOfAnalysis | null };
// What is only written down is of no kind here.
type PlanOfAnalysis = { document: { number: string; title: string }; version: number; hash: string; frozenAt: unknown; signers: unknown; amendment: unknown; parts: unknown; definitions: unknown; content: unknown };

const files = ["analysis.R", "data.csv", "codebook.csv", "analysis.zip"];

/** The R script of an analysis, the data that it reads, their codebook, or all of it with the plan in one file, as a download. */
export function analysisFile(analysis: StoredAnalysis | null, file: string, context: AnalysisContext): Response {
  if (!analysis || !files.includes(file)) throw new Response("There is no such file.", { status: 404 });
  const { script, data } = rScript(analysis.request, { title: context.question, planVersion: String(analysis.planVersion), dataVersion: String(analysis.dataVersion), calculations: analysis.codeVersion });
  if (file === "analysis.R") return download(script, file, "text/plain");
  if (file === "data.csv") return download(data, file, "text/csv");
  const codebook = codebookOf(analysis.request, data);
  if (file === "codebook.csv") return download(codebook, file, "text/csv");
  const parts: Record<string, string> = { "analysis.R": script, "data.csv": data, "codebook.csv": codebook, ...(context.plan ? { "plan.json": planInJson(context.plan) } : {}) };
  // Without a time of its own, the same analysis is the same file.
  const zip = zipSync(Object.fromEntries([...Object.entries(parts), ["README.txt", readmeOf(analysis, context, parts)] as const].map(([name, text]) => [name, strToU8(text)])), { mtime: new Date(analysis.at) });
  return new Response(new Uint8Array(zip), { headers: { "Content-Type": "application/zip", "Content-Disposition": 'attachment; filename="analysis.zip"' } });
}

/** The plan as it was signed: its text, its parts and the definitions of its measures. */
function planInJson({ document, version, hash, frozenAt, signers, amendment, content, parts, definitions }: PlanOfAnalysis): string {
  return `${JSON.stringify({ ...document, version, hash, frozenAt, signers, amendment, parts, definitions, text: content }, null, 2)}\n`;
}

function readmeOf({ measureName, measureVersion, planVersion, dataVersion, codeVersion, leftOut }: StoredAnalysis, { question, plan }: AnalysisContext, parts: Readonly<Record<string, string>>): string {
  return [
    question, "",
    `Measure: ${measureName}, version ${measureVersion}. Plan version ${planVersion}${plan ? ` (${plan.document.number}, ${plan.document.title})` : ""}, data version ${dataVersion}, calculations version ${codeVersion}.`,
    ...(leftOut.length > 0 ? [`Left out, because their counts are too small to show or missing: ${leftOut.join(", ")}.`] : []), "",
    "Run it: put analysis.R beside data.csv, then Rscript analysis.R (R 4 or later, no packages). It prints the figures of the finding.",
    "codebook.csv says what each column is; REDCap reads it as a data dictionary.",
    ...(plan ? [`plan.json is the frozen plan as it was signed. SHA-256 of what was signed: ${plan.hash}`] : []), "",
    "SHA-256:",
    ...Object.entries(parts).map(([name, text]) => `${createHash("sha256").update(text).digest("hex")}  ${name}`), "",
  ].join("\n");
}

export function download(body: string, name: string, type: string): Response {
  return new Response(body, { headers: { "Content-Type": `${type}; charset=utf-8`, "Content-Disposition": `attachment; filename="${name}"` } });
}
