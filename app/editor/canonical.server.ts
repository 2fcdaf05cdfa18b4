import { createHash } from "node:crypto";
import { canonicalJson } from "./canonical";

/** SHA-256 of the canonical JSON of a document, as 64 hexadecimal digits. Throws as `canonicalJson` does. */
export function hashOf(doc: unknown): string {
  return createHash("sha256").update(canonicalJson(doc), "utf8").digest("hex");
}
