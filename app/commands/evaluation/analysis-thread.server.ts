import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { analyse, type Analysed, type AnalysisRequest } from "~/domain/evaluation/analyse";
import { type AnalysisMessage, runAnalysisTask } from "./analysis-task";

const longest = 10 * 60_000;
const limits = { maxOldGenerationSizeMb: 1024 };
/** Below this many rows a fit is over sooner than a thread is started. */
const shortRows = 300;

/** The analysis was called off, or its thread could not go on. The message is for the person who asked. */
export class AnalysisStopped extends Error {}

export type Watching = { /** Hears of each round of the fit. */ onRound?: (round: number) => void; /** Calls the analysis off. */ signal?: AbortSignal };

let last: Promise<unknown> = Promise.resolve();

/**
 * Runs an analysis: a short one at once, a long one on a thread of its own, one after the other, so that pages and editors go on meanwhile.
 * Throws `AnalysisStopped` when it was called off, took longer than ten minutes, or needed more memory than there is.
 */
export async function analyseAside(request: AnalysisRequest, watching: Watching = {}): Promise<Analysed> {
  if (rowsOf(request) < shortRows) return analyse(request, watching.onRound);
  const own = last.then(() => onThread(request, watching));
  last = own.catch(() => undefined);
  return own;
}

function rowsOf(request: AnalysisRequest): number {
  if ("periods" in request) return request.periods.length;
  return "rows" in request ? request.rows.length : "before" in request ? request.before.length : 0;
}

async function onThread(request: AnalysisRequest, { onRound, signal }: Watching): Promise<Analysed> {
  if (signal?.aborted) throw new AnalysisStopped("The analysis was called off.");
  const file = workerFile();
  // Tests and development run from the sources, where there is no thread to start.
  if (!file) return inPlace(request, { onRound });
  return new Promise((resolve, reject) => {
    const worker = new Worker(file, { resourceLimits: limits, stdout: true, stderr: true });
    const stop = () => finish(() => reject(new AnalysisStopped("The analysis was called off.")));
    const late = setTimeout(() => finish(() => reject(new AnalysisStopped("The analysis took longer than ten minutes. Take fewer units or periods, or a simpler model."))), longest);
    const finish = (settle: () => void) => {
      clearTimeout(late);
      signal?.removeEventListener("abort", stop);
      settle();
      void worker.terminate();
    };
    signal?.addEventListener("abort", stop, { once: true });
    worker.on("message", (message: AnalysisMessage) => (message.kind === "round" ? onRound?.(message.round) : finish(() => resolve(message.analysed))));
    worker.once("error", (fault) => finish(() => reject(isTooLarge(fault) ? new AnalysisStopped("The analysis needs more memory than there is. Take fewer units or periods.") : fault)));
    worker.once("exit", () => finish(() => reject(new AnalysisStopped("The analysis could not be finished. Try again in a minute."))));
    worker.postMessage(request);
  });
}

function inPlace(request: AnalysisRequest, { onRound }: Watching): Analysed {
  const answers: Analysed[] = [];
  runAnalysisTask(request, (message) => (message.kind === "round" ? onRound?.(message.round) : answers.push(message.analysed)));
  return answers[0]!;
}

function isTooLarge(fault: unknown): boolean {
  return fault instanceof Error && "code" in fault && fault.code === "ERR_WORKER_OUT_OF_MEMORY";
}

/** Beside the server's bundle, or above it where this file became a part of its own. */
function workerFile(): string | null {
  const here = path.dirname(fileURLToPath(import.meta.url));
  return [here, path.dirname(here)].map((folder) => path.join(folder, "analysis-worker.js")).find(existsSync) ?? null;
}
