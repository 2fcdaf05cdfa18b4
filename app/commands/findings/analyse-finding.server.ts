import { z } from "zod";
import { command } from "~/commands/command.server";
import { analyseAside, AnalysisStopped } from "~/commands/evaluation/analysis-thread.server";
import type { Actor } from "~/domain/access/may";
import { allowed, refused, type Outcome } from "~/domain/access/ruling";
import { codeVersion } from "~/domain/evaluation/analyse";
import { findingMethods, prepareAnalysis, rowNamed } from "~/domain/evaluation/finding-analysis";
import { chartOf, contentFrom, type StoredAnalysis } from "~/domain/evaluation/finding-result";
import { moveFinding } from "~/domain/evaluation/finding-stages";
import { unitShort } from "~/domain/evaluation/measure";
import { findingFigures } from "~/store/finding-figures.server";
import { database } from "~/store/database.server";
import { saveFinding } from "~/store/findings.server";
import { cameSecond, loadFinding } from "./load-finding.server";

const period = (empty: string) => z.string({ error: empty }).trim().regex(/^\d{4}(-\d{2})?$/, empty);
const choice = z.strictObject({
  findingId: z.string(),
  method: z.enum(findingMethods, { error: "Choose a method." }),
  agency: z.string().max(64).default("*"),
  from: period("Write the first period, such as 2024-01."),
  to: period("Write the last period, such as 2026-10."),
  change: period("Write the first period after the change, such as 2025-06."),
  impact: z.enum(["level", "slope", "both"]).default("level"),
  lag: z.coerce.number().int().min(0, "A delay is 0 or more periods.").max(24, "A delay has at most 24 periods.").default(0),
});

const keep = command("finding.write", {
  input: z.strictObject({ findingId: z.string(), version: z.number(), analysis: z.custom<StoredAnalysis>() }),
  load: async (db, { findingId }, actor) => loadFinding(db, findingId, actor),
  rule: ({ finding }, { version, analysis }) => {
    const moved = moveFinding(finding.state, "write");
    if (!moved.ok) return moved;
    return version === finding.contentVersion ? allowed({ to: moved.value, analysis, content: contentFrom(analysis, finding.content, finding.analysis) }) : refused(cameSecond);
  },
  save: async (db, { to, ...change }, _moment, { finding }) => ((await saveFinding(db, finding, to, change)) ? allowed({ findingId: finding.id }) : refused(cameSecond)),
  record: ({ analysis }, { findingId }) => ({ subject: "finding", subjectId: findingId, detail: { method: analysis.request.method, planVersion: analysis.planVersion, dataVersion: analysis.dataVersion, codeVersion: analysis.codeVersion } }),
});

/** Asks whether the actor may, before anything is computed. */
const ask = command("finding.write", {
  input: choice,
  load: async (db, { findingId }, actor) => loadFinding(db, findingId, actor),
  rule: ({ finding }, input) => {
    const moved = moveFinding(finding.state, "write");
    return moved.ok ? allowed({ input, finding }) : moved;
  },
  save: async (_db, asked) => allowed(asked),
  record: () => null,
});

/** Runs the chosen analysis on released figures, outside the transaction, and keeps it with the finding together with the versions it came from. */
export async function analyseFinding(actor: Actor, raw: unknown): Promise<Outcome<{ findingId: string }>> {
  const asked = await ask(actor, raw);
  if (!asked.ok) return asked;
  const { input, finding } = asked.value;
  const figures = await findingFigures(database(), finding);
  if (!figures) return refused("No figures of this measure have come in yet.", 422, "method");
  const prepared = prepareAnalysis(figures.cells, input, figures);
  if (!prepared.ok) return prepared;
  const { request, leftOut, events } = prepared.value;
  const analysed = await analyseAside(request).catch((fault: unknown) => {
    if (fault instanceof AnalysisStopped) return { refused: fault.message, row: undefined };
    throw fault;
  });
  if ("refused" in analysed) return refused(rowNamed(analysed.refused, analysed.row, request), 422, "method");
  const { measure, measureVersion, dataVersion } = figures;
  const analysis: StoredAnalysis = { request, analysis: analysed.analysis, chart: chartOf(request, events, unitShort[measure.unit]), leftOut, measureName: measure.name, measureVersion, planVersion: finding.planVersion, dataVersion, codeVersion, at: new Date().toISOString() };
  return keep(actor, { findingId: finding.id, version: finding.contentVersion, analysis });
}
