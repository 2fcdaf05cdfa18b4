import { createHash } from "node:crypto";
import { canonicalJson } from "../../canonical";
import type { ExportedText } from "../exported-text";
import { onPdfThread } from "./pdf-thread.server";

const mostKept = 16;
const largestKept = 4_000_000;

/** Files written lately, by what is in them: an edition never changes, and anybody may ask for it. */
const kept = new Map<string, Uint8Array>();

/** The text as a PDF, written on a thread of its own. Throws `PdfUnavailable`. */
export async function pdfOf(text: ExportedText): Promise<Uint8Array> {
  const key = createHash("sha256").update(canonicalJson(text)).digest("hex");
  const known = kept.get(key);
  if (known) return known;
  const { bytes } = await onPdfThread({ kind: "write", text }, "written");
  if (bytes.length <= largestKept) kept.set(key, bytes);
  for (const oldest of kept.keys()) if (kept.size > mostKept) kept.delete(oldest);
  return bytes;
}
