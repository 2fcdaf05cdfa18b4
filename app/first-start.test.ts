import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { firstBreak } from "~/domain/records/chain";
import { readSettings } from "~/http/settings.server";
import { database } from "~/store/database.server";
import { freshDatabase } from "~/store/test-database";
import { wholeChain } from "~/store/records.server";
import { firstStart } from "./first-start.server";

describe("the demonstration program", () => {
  const lines: string[] = [];
  let dataDir = "";

  beforeAll(async () => {
    await freshDatabase();
    dataDir = await mkdtemp(path.join(tmpdir(), "concord-demonstration-"));
    await firstStart(readSettings({ DATA_DIR: dataDir }), (line) => lines.push(line));
  });

  it("prints its password and every person's address", async () => {
    expect(lines.filter((line) => line.startsWith("Demonstration password: "))).toHaveLength(1);
    expect(lines.filter((line) => line.includes("@demo.concord.example"))).toHaveLength(11);
    expect(lines.join()).toContain(await readFile(path.join(dataDir, "demonstration-password"), "utf8"));
  });

  it("has two agencies and five partners", async () => {
    expect(await database().organization.count({ where: { isAgency: true } })).toBe(2);
    expect(await database().organization.count({ where: { isAgency: false } })).toBe(5);
  });

  it("has one policy with two editions, each in force from its day at both agencies", async () => {
    const editions = await database().edition.findMany({ where: { document: { kind: "policy" } }, orderBy: { number: "asc" }, include: { adoptions: true } });
    expect(editions.map(({ number, adoptions }) => [number, adoptions.length])).toEqual([[1, 2], [2, 2]]);
  });

  it("has one proposal open for vote, one not carried by group, one in drafting, and one carried whose decisions are overdue", async () => {
    const proposals = await database().proposal.findMany({ where: { document: { kind: "policy" } }, orderBy: { number: "asc" }, include: { decisions: true, rounds: true } });
    expect(proposals.map(({ stage }) => stage)).toEqual(["carried", "notCarried", "carried", "voting", "drafting", "carried"]);
    const late = proposals[2]?.decisions ?? [];
    expect(late.map(({ outcome, dueAt }) => [outcome, dueAt < new Date()])).toEqual([["pending", true], ["pending", true]]);
  });

  it("has a draft procedure with a named version", async () => {
    expect((await database().draftVersion.findMany({ where: { name: { not: null } } })).map(({ name }) => name)).toEqual(["For the October meeting"]);
  });

  it("left an unbroken chain of records", async () => {
    const program = await database().program.findFirstOrThrow();
    const chain = await wholeChain(database(), program.id);
    expect(chain.length).toBeGreaterThan(60);
    expect(firstBreak(chain.map((record) => ({ ...record, at: record.at.toISOString(), outcome: record.outcome as "done" })))).toBeNull();
  });

  it("has a signed head of its records, sent to three audit contacts", async () => {
    expect(await database().recordsHead.count()).toBe(1);
    expect(await database().notice.count({ where: { path: "/library/records-head" } })).toBe(3);
  });

  it("is made once: a second start only says the password again", async () => {
    const again: string[] = [];
    await firstStart(readSettings({ DATA_DIR: dataDir }), (line) => again.push(line));
    expect(again[0]).toBe(lines.find((line) => line.startsWith("Demonstration password: ")));
    expect(await database().program.count()).toBe(1);
  });
});

describe("an empty workplace without the demonstration", () => {
  let DATA_DIR = "";

  beforeAll(async () => {
    await freshDatabase();
    DATA_DIR = await mkdtemp(path.join(tmpdir(), "concord-empty-"));
  });

  it("asks for the first administrator's address", async () => {
    await expect(firstStart(readSettings({ DATA_DIR, DEMO: "off" }), () => {})).rejects.toThrow("ADMIN_EMAIL is not set");
  });

  it("prints an invitation that works once, and nothing at the next start", async () => {
    const lines: string[] = [];
    const settings = readSettings({ DATA_DIR, DEMO: "off", ADMIN_EMAIL: "coordinator@demo.concord.example" });
    await firstStart(settings, (line) => lines.push(line));
    expect(lines.join()).toMatch(/\/invitations\/[\w-]{43}$/);
    lines.length = 0;
    await firstStart(settings, (line) => lines.push(line));
    expect(lines).toEqual([]);
  });
});
