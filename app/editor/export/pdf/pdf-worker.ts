import { parentPort } from "node:worker_threads";
import { type PdfTask, runPdfTask } from "./pdf-task";

// The entry of the thread: one task, one answer.
parentPort?.once("message", (task: PdfTask) => {
  void runPdfTask(task).then((done) => parentPort?.postMessage(done));
});
