import type { ImportReport } from "../../import/import-report";
import type { DocumentNode } from "../../schema/document-node";
import type { ExportedText } from "../exported-text";

/** Work on a PDF that takes long enough to be done beside everything else. */
export type PdfTask = { kind: "write"; text: ExportedText } | { kind: "read"; bytes: Uint8Array };

/** What came of it: the bytes of a file that was written, or the text of one that was read. */
export type PdfDone = { kind: "written"; bytes: Uint8Array } | { kind: "read"; imported: { ok: true; content: DocumentNode; report: ImportReport } | { ok: false; reason: string } };

/** Does the work here and now. What reads and what writes is loaded only when asked for. */
export async function runPdfTask(task: PdfTask): Promise<PdfDone> {
  if (task.kind === "write") {
    const { writePdf } = await import("./write-pdf");
    return { kind: "written", bytes: await writePdf(task.text) };
  }
  const { readPdf } = await import("../../import/pdf");
  return { kind: "read", imported: await readPdf(task.bytes) };
}
