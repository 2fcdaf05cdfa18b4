import { execFileSync } from "node:child_process";
import { generateKeyPairSync, sign } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chainStart, recordHash, type ChainedRecord, type RecordBody } from "./chain";
import { headLine, headWords } from "./head";
import { merkleRoot } from "./merkle";

/** A chain as long as wanted, of records with every kind of letter in them. `said` makes another history of the same length. */
export function chainOf(length: number, said = "é “quoted” \u2028"): ChainedRecord[] {
  return rechained(
    Array.from({ length }, (_, at): RecordBody => ({
      programId: "riverton", sequence: at + 1, at: new Date(Date.UTC(2026, 10, 23, 9, 0, at + 1)).toISOString(), actorId: "advocate", actorName: "Avery Advocate",
      organizationId: "alliance", act: "vote.cast", outcome: "done", subject: "vote", subjectId: `vote ${at + 1}`, detail: { choice: "consent", reason: said },
    })),
  );
}

/** Numbers and hashes anew, as somebody would who rewrites history with the source code at hand. */
export function rechained(bodies: readonly RecordBody[]): ChainedRecord[] {
  const records: ChainedRecord[] = [];
  for (const body of bodies) {
    const previousHash = records.at(-1)?.hash ?? chainStart;
    const numbered = { ...body, sequence: records.length + 1 };
    records.push({ ...numbered, previousHash, hash: recordHash(previousHash, numbered) });
  }
  return records;
}

const { publicKey, privateKey } = generateKeyPairSync("ed25519");
const x = publicKey.export({ format: "jwk" }).x ?? "";

/** The line of a head over the first `sequence` records, as it is mailed. */
export function headOver(records: readonly ChainedRecord[], sequence: number): string {
  const head = { programId: "riverton", sequence, hash: records[sequence - 1]?.hash ?? "", root: merkleRoot(records.slice(0, sequence).map(({ hash }) => hash)), at: `2026-11-${10 + sequence}T06:00:00.000Z` };
  return headLine({ ...head, publicKey: x, signature: sign(null, Buffer.from(headWords(head)), privateKey).toString("base64url") });
}

/** The records as the workplace exports them. */
export function exported(records: readonly ChainedRecord[]): string {
  const last = records.at(-1);
  return JSON.stringify({ format: "concord-records-1", head: last ? { sequence: last.sequence, hash: last.hash } : null, records });
}

/** What `npm run verify` says about a file, beside other files that its arguments name as `@name`. */
export function verify(content: string | Uint8Array, more: readonly string[] = [], beside: Record<string, string> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "concord-verify-"));
  writeFileSync(join(folder, "exported"), content);
  for (const [name, text] of Object.entries(beside)) writeFileSync(join(folder, name), text);
  try {
    return execFileSync(process.execPath, ["scripts/verify.mjs", join(folder, "exported"), ...more.map((word) => (word.startsWith("@") ? join(folder, word.slice(1)) : word))], { encoding: "utf8", stdio: "pipe" });
  } catch (fault) {
    return String((fault as { stderr: string }).stderr);
  }
}
