import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { chainStart, firstBreak, recordHash, type ChainedRecord, type RecordBody } from "./chain";

function chainOf(length: number): ChainedRecord[] {
  const records: ChainedRecord[] = [];
  for (let sequence = 1; sequence <= length; sequence++) {
    const previousHash = records.at(-1)?.hash ?? chainStart;
    const body: RecordBody = {
      programId: "riverton", sequence, at: new Date(Date.UTC(2026, 10, 23, 9, 0, sequence)).toISOString(), actorId: "advocate", actorName: "Avery Advocate",
      organizationId: "alliance", act: "vote.cast", outcome: "done", subject: "vote", subjectId: `vote ${sequence}`, detail: { choice: "consent", reason: "é “quoted” \u2028" },
    };
    records.push({ ...body, previousHash, hash: recordHash(previousHash, body) });
  }
  return records;
}

const at = (records: ChainedRecord[], index: number) => records[index] as ChainedRecord;

describe("the chain of records", () => {
  it("is whole when nobody touched it", () => expect(firstBreak(chainOf(20))).toBeNull());
  it("names a record whose text was changed", () => {
    const records = chainOf(20);
    records[6] = { ...at(records, 6), detail: { choice: "object" } };
    expect(firstBreak(records)?.sequence).toBe(7);
  });
  it("names the place where one was taken out", () => expect(firstBreak(chainOf(20).filter(({ sequence }) => sequence !== 5))?.sequence).toBe(5));
  it("names the place where two were exchanged", () => {
    const records = chainOf(20);
    [records[3], records[4]] = [at(records, 4), at(records, 3)];
    expect(firstBreak(records)?.sequence).toBe(4);
  });
  it("names a record that was rewritten with a fitting hash of its own", () => {
    const records = chainOf(20);
    const forged = { ...at(records, 9), actorName: "Somebody else" };
    records[9] = { ...forged, hash: recordHash(forged.previousHash, forged) };
    expect(firstBreak(records)?.sequence).toBe(11);
  });
});

describe("npm run verify", () => {
  const verify = (records: ChainedRecord[], ...more: string[]) => {
    const last = records.at(-1);
    const file = join(mkdtempSync(join(tmpdir(), "concord-records-")), "records.json");
    writeFileSync(file, JSON.stringify({ format: "concord-records-1", head: last ? { sequence: last.sequence, hash: last.hash } : null, records }));
    try {
      return execFileSync(process.execPath, ["scripts/verify.mjs", file, ...more], { encoding: "utf8", stdio: "pipe" });
    } catch (fault) {
      return String((fault as { stderr: string }).stderr);
    }
  };

  it("agrees with the portal on an untouched chain", () => expect(verify(chainOf(5))).toContain("5 records, unbroken"));
  it("names the first record that was touched", () => {
    const records = chainOf(9);
    records[2] = { ...at(records, 2), at: "2026-11-23T10:00:00.000Z" };
    expect(verify(records)).toContain("Record 3 was touched");
  });
  it("finds a tail that was cut off by the head that was kept elsewhere", () => {
    const records = chainOf(9);
    expect(verify(records.slice(0, 6), at(records, 8).hash)).toContain("is not in this chain");
  });
});
