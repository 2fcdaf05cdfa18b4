import { onPdfThread, PdfUnavailable } from "../export/pdf/pdf-thread.server";
import { importDocx, type Imported } from "./docx";

/** How a zip begins, as a .docx is one, and an old or locked Word file, of which its reader says more. */
const beginnings = ["504b0304", "d0cf11e0a1b11ae1"];

/** Reads a Word file or a PDF, whichever its first bytes say it is. A PDF is read on a thread of its own. */
export async function importFile(bytes: Uint8Array): Promise<Imported> {
  const begin = Buffer.from(bytes.subarray(0, 1024));
  if (!begin.includes("%PDF-")) {
    const isWord = bytes.length === 0 || beginnings.some((signs) => begin.toString("hex").startsWith(signs));
    return isWord ? importDocx(bytes) : { ok: false, reason: "This is neither a Word file (.docx) nor a PDF: it does not begin like one." };
  }
  try {
    const { imported } = await onPdfThread({ kind: "read", bytes }, "read");
    return imported.ok ? { ...imported, comments: [], origin: null } : imported;
  } catch (fault) {
    if (fault instanceof PdfUnavailable) return { ok: false, reason: "The PDF could not be read in time. Import it in parts, or as a Word file." };
    throw fault;
  }
}
