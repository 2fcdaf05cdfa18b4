import type { ExportedText } from "./exported-text";
import { htmlOf } from "./html/html-of";
import { markdownOf } from "./markdown/markdown-of";
import { pdfOf } from "./pdf/pdf-of.server";
import { PdfUnavailable } from "./pdf/pdf-thread.server";
import { wordFileType } from "./word/word-file";
import { wordOf } from "./word/word-of";

/** What a text can be taken along as. */
export type ExportFormat = "pdf" | "docx" | "markdown" | "html";

const formats: Record<ExportFormat, { ending: string; type: string; write: (text: ExportedText) => Uint8Array | string | Promise<Uint8Array> }> = {
  pdf: { ending: "pdf", type: "application/pdf", write: pdfOf },
  docx: { ending: "docx", type: wordFileType, write: (text) => wordOf(text) },
  markdown: { ending: "md", type: "text/markdown; charset=utf-8", write: markdownOf },
  html: { ending: "html", type: "text/html; charset=utf-8", write: htmlOf },
};

/** The format that an address names, or null. */
export function readFormat(word: string | undefined): ExportFormat | null {
  return word !== undefined && Object.hasOwn(formats, word) ? (word as ExportFormat) : null;
}

/** The file of a text: its bytes, its kind, and a name that says which text it is; or why there is none just now. */
export async function fileOf(text: ExportedText, format: ExportFormat): Promise<{ content: Uint8Array | string; type: string; name: string } | { unavailable: string }> {
  const { ending, type, write } = formats[format];
  try {
    return { content: await write(text), type, name: `${text.number} ${text.title.slice(0, 60)} ${text.standing}.${ending}` };
  } catch (fault) {
    if (fault instanceof PdfUnavailable) return { unavailable: fault.message };
    throw fault;
  }
}
