import { parentPort } from "node:worker_threads";
import type { AnalysisRequest } from "~/domain/evaluation/analyse";
import { runAnalysisTask } from "./analysis-task";

// The entry of the thread: one request, its rounds, its answer.
parentPort?.once("message", (request: AnalysisRequest) => runAnalysisTask(request, (message) => parentPort?.postMessage(message)));
