import { mkdtempSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { verify } from "~/domain/records/test-verify";
import { headLine } from "~/domain/records/head";
import { anyone } from "~/domain/access/may";
import { headsInPublic } from "~/queries/records/public-heads.server";
import { database } from "~/store/database.server";
import { openSigningKey } from "~/store/signing-key.server";
import { freshDatabase } from "~/store/test-database";
import { programForTests, type ProgramForTests } from "../../../e2e/support/program-for-tests";
import { chooseAuditContact } from "./choose-audit-contact.server";
import { exportRecords } from "./export-records.server";
import { signDueHeads, signHead } from "./sign-head.server";

let program: ProgramForTests;
let ownerUrl: string;
const keyFile = join(mkdtempSync(join(tmpdir(), "concord-key-")), "records-key.pem");

beforeAll(async () => {
  ({ ownerUrl } = await freshDatabase());
  program = await programForTests();
});

async function exportedNow(): Promise<string> {
  const outcome = await exportRecords(program.person("chief"), {});
  if (!outcome.ok) throw new Error("The records were not exported.");
  return JSON.stringify(outcome.value);
}

async function keptLines(): Promise<string> {
  const found = await headsInPublic(anyone, { most: 100 });
  return found.ok ? found.value.heads.map(headLine).join("\n") : "";
}

/** As somebody with the owner's password would do it: the trigger is switched off first. */
async function asTheOperator(statement: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query(`ALTER TABLE "AuditRecord" DISABLE TRIGGER USER; ${statement}; ALTER TABLE "AuditRecord" ENABLE TRIGGER USER`).finally(() => owner.end());
}

describe("the signed head of the records", () => {
  it("is signed with a key that is made once, outside of the database, and that only the server may read", async () => {
    const first = await openSigningKey(keyFile);
    expect(first.isNew).toBe(true);
    expect(statSync(keyFile).mode & 0o777).toBe(0o600);
    expect(await openSigningKey(keyFile)).toEqual({ publicKey: first.publicKey, isNew: false });
  });

  it("has an audit contact in each organization, whom its head or an administrator chooses among its people", async () => {
    const [police = "", sheriff = ""] = program.organizationIds;
    const officer = program.person("cit");
    expect(await chooseAuditContact(program.person("chief"), { organizationId: sheriff, personId: "" })).toMatchObject({ status: 403 });
    expect(await chooseAuditContact(program.person("chief"), { organizationId: police, personId: program.person("advocate").personId })).toMatchObject({ status: 422, field: "personId" });
    expect(await chooseAuditContact(program.person("chief"), { organizationId: police, personId: officer.personId })).toMatchObject({ ok: true });
  });

  it("is signed once a day, sent to the audit contacts with everything that is needed to check, and shown in public", async () => {
    expect(await signDueHeads()).toBe(1);
    expect(await signDueHeads()).toBe(0);
    expect(await signHead({ kind: "clock", programId: program.programId }, {})).toMatchObject({ status: 409 });
    const lines = await keptLines();
    expect(lines.split("\n")).toHaveLength(1);
    const told = await database().notice.findMany({ where: { path: "/library/records-head" } });
    expect(told.map(({ personId }) => personId)).toEqual([program.person("cit").personId]);
    expect(told[0]?.body).toContain(lines);
    expect(verify(await exportedNow(), ["--heads", "@kept"], { kept: told[0]?.body ?? "" })).toContain("1 signed heads agree");
  });

  it("is not a thing that a person signs", async () => {
    expect(await signHead(program.person("coordinator"), {})).toMatchObject({ ok: false });
  });

  it("cannot be changed or taken back, neither by the pages nor by the owner of the database", async () => {
    await expect(database().recordsHead.updateMany({ data: { hash: "0" } })).rejects.toThrow();
    await expect(database().recordsHead.deleteMany()).rejects.toThrow();
    await expect(asTheOperator('DELETE FROM "RecordsHead"')).rejects.toThrow("never changed or removed");
  });

  it("finds that the operator cut off the tail of the records in the database", async () => {
    const kept = await keptLines();
    await asTheOperator('DELETE FROM "AuditRecord" WHERE sequence >= 2');
    expect(verify(await exportedNow(), ["--heads", "@kept"], { kept })).toContain("vouches for 2 records, and this file has 1. The tail was cut off");
  });
});
