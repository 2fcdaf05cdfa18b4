import { createHash } from "node:crypto";
import { canonicalJson } from "./canonical";

/** What a record says. Times are ISO 8601 in UTC with milliseconds. */
export type RecordBody = {
  programId: string;
  sequence: number;
  at: string;
  actorId: string | null;
  actorName: string;
  organizationId: string | null;
  act: string;
  outcome: "done" | "refused";
  subject: string;
  subjectId: string;
  detail: unknown;
};

export type ChainedRecord = RecordBody & { previousHash: string; hash: string };

/** The hash before the first record of a program. */
export const chainStart = "0".repeat(64);

/** SHA-256 of 0x01, the previous hash and the canonical record (after RFC 6962): hex, 64 digits. */
export function recordHash(previousHash: string, body: RecordBody): string {
  const { programId, sequence, at, actorId, actorName, organizationId, act, outcome, subject, subjectId, detail } = body;
  const said = { programId, sequence, at, actorId, actorName, organizationId, act, outcome, subject, subjectId, detail };
  return createHash("sha256").update(Buffer.from([1])).update(Buffer.from(previousHash, "hex")).update(canonicalJson(said)).digest("hex");
}

/** Checks a chain from its start: the first record that does not fit, and why, or null. */
export function firstBreak(records: readonly ChainedRecord[]): { sequence: number; why: string } | null {
  let previous = chainStart;
  let expected = 1;
  for (const record of records) {
    if (record.sequence !== expected) return { sequence: expected, why: `record ${expected} is missing or out of order` };
    if (record.previousHash !== previous) return { sequence: expected, why: "it does not follow the record before it" };
    if (recordHash(previous, record) !== record.hash) return { sequence: expected, why: "its text does not match its hash" };
    previous = record.hash;
    expected += 1;
  }
  return null;
}
