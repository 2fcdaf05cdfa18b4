import type { StoredAnalysis } from "~/domain/evaluation/finding-result";
import { rScript } from "~/domain/evaluation/r-script";

/** The R script of an analysis, or the data that it reads, as a download. */
export function analysisFile(analysis: StoredAnalysis | null, file: string, title: string): Response {
  if (!analysis || (file !== "analysis.R" && file !== "data.csv")) throw new Response("There is no such file.", { status: 404 });
  const { script, data } = rScript(analysis.request, { title, planVersion: String(analysis.planVersion), dataVersion: String(analysis.dataVersion) });
  return download(file === "data.csv" ? data : script, file, file === "data.csv" ? "text/csv" : "text/plain");
}

export function download(body: string, name: string, type: string): Response {
  return new Response(body, { headers: { "Content-Type": `${type}; charset=utf-8`, "Content-Disposition": `attachment; filename="${name}"` } });
}
