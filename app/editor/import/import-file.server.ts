import { onPdfThread, PdfUnavailable } from "../export/pdf/pdf-thread.server";
import { importDocx, type Imported } from "./docx";

/** Reads a Word file or a PDF, whichever its first bytes say it is. A PDF is read on a thread of its own. */
export async function importFile(bytes: Uint8Array): Promise<Imported> {
  if (!Buffer.from(bytes.subarray(0, 1024)).includes("%PDF-")) return importDocx(bytes);
  try {
    const { imported } = await onPdfThread({ kind: "read", bytes }, "read");
    return imported.ok ? { ...imported, comments: [], origin: null } : imported;
  } catch (fault) {
    if (fault instanceof PdfUnavailable) return { ok: false, reason: "The PDF could not be read in time. Import it in parts, or as a Word file." };
    throw fault;
  }
}
