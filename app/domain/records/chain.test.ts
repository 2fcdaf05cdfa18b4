import { describe, expect, it } from "vitest";
import { firstBreak, recordHash, type ChainedRecord } from "./chain";
import { chainOf, exported, headOver, rechained, verify } from "./test-verify";

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
  const whole = chainOf(9);
  const kept = { "kept.txt": `Dear Avery,\n${headOver(whole, 3)}\nand the next day\n> ${headOver(whole, 7)}\n` };
  const withHeads = (records: ChainedRecord[]) => verify(exported(records), ["--heads", "@kept.txt"], kept);

  it("agrees with the portal on an untouched chain, and with the heads that were kept", () => {
    expect(verify(exported(whole))).toContain("9 records, unbroken");
    expect(withHeads(whole)).toContain("2 signed heads agree, up to record 7.");
  });
  it("names a record that was changed", () => {
    const records = chainOf(9);
    records[2] = { ...at(records, 2), at: "2026-11-23T10:00:00.000Z" };
    expect(verify(exported(records))).toContain("Record 3 was touched");
  });
  it("names a record that was taken out of the middle, put in twice, or exchanged with its neighbour", () => {
    expect(verify(exported(whole.filter(({ sequence }) => sequence !== 5)))).toContain("Record 5 is missing");
    expect(verify(exported([...whole.slice(0, 5), at(whole, 4), ...whole.slice(5)]))).toContain("Record 5 stands in the chain twice");
    expect(verify(exported([...whole.slice(0, 3), at(whole, 4), at(whole, 3), ...whole.slice(5)]))).toContain("Record 4 is out of order");
  });
  it("names a record that was put in and numbered to fit", () => {
    const put = { ...at(whole, 4), sequence: 5, subjectId: "vote of a friend" };
    const records = [...whole.slice(0, 4), put, ...whole.slice(4).map((record) => ({ ...record, sequence: record.sequence + 1 }))];
    expect(verify(exported(records))).toContain("Record 5 was touched");
  });
  it("finds a tail that was cut off by the head that was kept elsewhere", () => {
    expect(verify(exported(whole.slice(0, 6)), [at(whole, 8).hash])).toContain("is not in this chain");
    expect(withHeads(whole.slice(0, 6))).toContain("The first one missing is record 7");
  });
  it("finds a whole chain that was made anew, however well it fits together", () => {
    expect(withHeads(chainOf(9, "another history"))).toContain("record 1 is the first that may have been rewritten");
  });
  it("finds that a record in the past was put in, changed or taken out and everything after it made anew, and from where on", () => {
    const forged = rechained([...whole.slice(0, 5), { ...at(whole, 4), subjectId: "vote of a friend" }, ...whole.slice(5)]);
    expect(verify(exported(forged))).toContain("10 records, unbroken");
    expect(withHeads(forged)).toContain("Records up to 3 are vouched for; record 4 is the first that may have been rewritten");
    expect(withHeads(rechained(whole.filter(({ sequence }) => sequence !== 6)))).toContain("vouches for another record 7. Records up to 3");
  });
  it("finds an old backup that was restored and worked with since", () => {
    const since = chainOf(9, "after the restore");
    expect(withHeads(rechained([...whole.slice(0, 4), ...since.slice(4)]))).toContain("Records up to 3 are vouched for; record 4");
  });
  it("does not believe a head that was changed, and says when a file has none", () => {
    expect(verify(exported(whole), ["--heads", "@kept.txt"], { "kept.txt": headOver(whole, 3).replace(" 3 ", " 4 ") })).toContain("is not genuine");
    expect(verify(exported(whole), ["--heads", "@kept.txt"], { "kept.txt": "nothing" })).toContain("has no signed head in it");
  });
  it("says in words what it cannot read", () => expect(verify("<html>")).toContain("is not an export of Concord's records"));
});
