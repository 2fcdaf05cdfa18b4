import { createHash } from "node:crypto";

export const chainStart = "0".repeat(64);

const fields = ["programId", "sequence", "at", "actorId", "actorName", "organizationId", "act", "outcome", "subject", "subjectId", "detail"];

/** The hash that a record must have after the one before it. */
export function hashOf(before, record) {
  const said = Object.fromEntries(fields.map((field) => [field, record[field]]));
  return createHash("sha256").update(Buffer.from([1])).update(Buffer.from(before, "hex")).update(canonical(said)).digest("hex");
}

/** The first record of a whole chain that was touched, in a sentence, or null. */
export function firstTouched(records) {
  let previous = chainStart;
  for (const [at, record] of records.entries()) {
    const expected = at + 1;
    if (record.sequence !== expected) return outOfPlace(records, expected, record.sequence);
    if (hashOf(previous, record) !== record.hash) return `Record ${expected} was touched: its text does not match its hash.`;
    if (record.previousHash !== previous) return `Record ${expected} does not follow the record before it.`;
    previous = record.hash;
  }
  return null;
}

function outOfPlace(records, expected, found) {
  if (found < expected) return `Record ${found} stands in the chain twice: something was put in before record ${expected}.`;
  if (records.some(({ sequence }) => sequence === expected)) return `Record ${expected} is out of order (found ${found} in its place).`;
  return `Record ${expected} is missing (found ${found} in its place).`;
}

/** JSON with sorted keys and no white space. */
export function canonical(value) {
  if (value === null || typeof value !== "object") return JSON.stringify(value ?? null);
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  const members = Object.keys(value).filter((key) => value[key] !== undefined).sort();
  return `{${members.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(",")}}`;
}
