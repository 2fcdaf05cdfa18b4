import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { type PdfDone, type PdfTask, runPdfTask } from "./pdf-task";

const longest = 60_000;
const mostAtOnce = 2;
const mostWaiting = 20;
const limits = { maxOldGenerationSizeMb: 768 };

/** Too many ask for PDFs at once, or this one took too long. */
export class PdfUnavailable extends Error {}

let running = 0;
const waiting: (() => void)[] = [];

/** Runs a task on a thread of its own, so that pages and editors go on meanwhile; a few at a time, each for a minute at most. Throws `PdfUnavailable`. */
export async function onPdfThread<Kind extends PdfDone["kind"]>(task: PdfTask, kind: Kind): Promise<Extract<PdfDone, { kind: Kind }>> {
  if (running >= mostAtOnce) {
    if (waiting.length >= mostWaiting) throw new PdfUnavailable("Many people are asking for PDFs just now. Try again in a minute.");
    await new Promise<void>((resolve) => waiting.push(resolve));
  }
  running++;
  try {
    const file = workerFile();
    // Tests and development run from the sources, where there is no thread to start.
    const done = file ? await onThread(file, task) : await runPdfTask(task);
    if (done.kind !== kind) throw new Error(`A task was ${done.kind} that should be ${kind}.`);
    return done as Extract<PdfDone, { kind: Kind }>;
  } finally {
    running--;
    waiting.shift()?.();
  }
}

function onThread(file: string, task: PdfTask): Promise<PdfDone> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(file, { resourceLimits: limits, stdout: true, stderr: true });
    const late = setTimeout(() => finish(() => reject(new PdfUnavailable("This took too long. Try a shorter text."))), longest);
    const finish = (settle: () => void) => {
      clearTimeout(late);
      settle();
      void worker.terminate();
    };
    worker.once("message", (done: PdfDone) => finish(() => resolve(done)));
    worker.once("error", (fault) => finish(() => reject(isTooLarge(fault) ? new PdfUnavailable("This text is too large for a PDF.") : fault)));
    worker.once("exit", () => finish(() => reject(new PdfUnavailable("The PDF could not be made. Try again in a minute."))));
    worker.postMessage(task);
  });
}

function isTooLarge(fault: unknown): boolean {
  return fault instanceof Error && "code" in fault && fault.code === "ERR_WORKER_OUT_OF_MEMORY";
}

/** Beside the server's bundle, or above it where this file became a part of its own. */
function workerFile(): string | null {
  const here = path.dirname(fileURLToPath(import.meta.url));
  return [here, path.dirname(here)].map((folder) => path.join(folder, "pdf-worker.js")).find(existsSync) ?? null;
}
