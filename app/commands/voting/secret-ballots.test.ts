import { randomUUID } from "node:crypto";
import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { ballotPage } from "~/queries/voting/ballot-page.server";
import { readBox } from "~/store/ballot-box.server";
import { database } from "~/store/database.server";
import { freshDatabase } from "~/store/test-database";
import { personForTests, programForTests, proposalForTests, type PersonActor, type ProgramForTests } from "../../../e2e/support/program-for-tests";
import { castVote } from "./cast-vote.server";
import { closeBallot } from "./close-ballot.server";
import { closeRound } from "./close-round.server";
import { openBallot } from "./open-ballot.server";
import { openRound } from "./open-round.server";
import { withdrawVote } from "./withdraw-vote.server";

let program: ProgramForTests;
let ownerUrl: string;
const voters = ["cit", "officer", "clinician", "advocate", "peer"];
/** A choice nobody else makes, so that it can be looked for. */
const chosen: Record<string, string> = { cit: "o1", officer: "o2", clinician: "o3", advocate: "o4", peer: "o5" };

beforeAll(async () => {
  ({ ownerUrl } = await freshDatabase());
  program = await programForTests();
});

const coordinator = () => program.person("coordinator");

async function secretQuestion(): Promise<string> {
  const options = ["Harriet the heron", "Oscar the otter", "Minna the marten", "Walt the wren", "Bea the beaver"].join("\n");
  const opened = await openBallot(coordinator(), { kind: "single", question: "Who speaks for us?", options, secret: "yes" });
  if (!opened.ok) throw new Error(JSON.stringify(opened));
  return opened.value.ballotId;
}

function cast(actor: PersonActor, roundId: string, choice: string, requestId: string = randomUUID(), reason = "") {
  return castVote(actor, { roundId, choice, requestId, reason });
}

/** Every row of every table in the order in which the disk has it, as a backup would copy it. */
async function dump(): Promise<{ table: string; transaction: string; row: string }[]> {
  const tables = await database().$queryRaw<{ name: string }[]>`select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> '_prisma_migrations'`;
  const rows = await Promise.all(
    tables.map(async ({ name }) => {
      const found = await database().$queryRawUnsafe<{ transaction: string; row: string }[]>(`select xmin::text as transaction, to_jsonb(one)::text as row from "${name}" one`);
      return found.map((one) => ({ table: name, ...one }));
    }),
  );
  return rows.flat();
}

/** The file of the box, then those of every other table and index, then the log from which the database would repair itself. */
async function filesOnDisk(): Promise<{ file: string; bytes: Buffer }[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("checkpoint");
    const box = await client.query<{ file: string }>(`select pg_relation_filepath(reltoastrelid) as file from pg_class where relname = 'BallotBox'`);
    const others = await client.query<{ file: string }>("select pg_relation_filepath(oid) as file from pg_class where relkind in ('r', 'i', 't', 'm') and pg_relation_filepath(oid) <> $1", [box.rows[0]?.file]);
    const logs = await client.query<{ file: string }>("select 'pg_wal/' || name as file from pg_ls_waldir()");
    const files: { file: string; bytes: Buffer }[] = [];
    for (const { file } of [...box.rows, ...others.rows, ...logs.rows]) {
      const read = await client.query<{ bytes: Buffer | null }>("select pg_read_binary_file($1, 0, 1000000000, true) as bytes", [file]);
      files.push({ file, bytes: read.rows[0]?.bytes ?? Buffer.alloc(0) });
    }
    return files;
  } finally {
    await client.end();
  }
}

function timesIn(bytes: Buffer, words: string): number {
  let times = 0;
  for (let at = bytes.indexOf(words); at >= 0; at = bytes.indexOf(words, at + 1)) times++;
  return times;
}

describe("a secret ballot (V-10)", () => {
  test("in no row of the database does a voter stand beside a choice or a receipt, and the order of rows says nothing", async () => {
    const ballotId = await secretQuestion();
    const receipts = new Map<string, string>();
    for (const name of voters) {
      const outcome = await cast(program.person(name), ballotId, chosen[name] ?? "");
      receipts.set(name, outcome.ok ? outcome.value.receipt : JSON.stringify(outcome));
    }
    const rows = await dump();
    const whoIsWho = new Map<string, string[]>();
    for (const name of voters) {
      const entry = await database().rollEntry.findFirstOrThrow({ where: { roundId: ballotId, personId: program.person(name).personId } });
      whoIsWho.set(name, [program.person(name).personId, entry.id, entry.seatId, `"${name}"`]);
    }
    const about = rows.filter(({ row }) => row.includes(ballotId));
    for (const { table, row } of about.filter(({ table }) => table !== "Round" && table !== "RoundSubject")) {
      const named = [...whoIsWho.values()].flat().some((word) => row.includes(word));
      const told = [...receipts.values(), ...Object.values(chosen).map((choice) => `"${choice}"`)].some((word) => row.includes(word));
      expect(named && told, `${table}: ${row}`).toBe(false);
    }
    // Receipts are in the box and nowhere else.
    for (const receipt of receipts.values()) expect(rows.filter(({ row }) => row.includes(receipt)).map(({ table }) => table)).toEqual(["BallotBox"]);
    const box = about.filter(({ table }) => table === "BallotBox").map(({ row }) => JSON.parse(row) as Record<string, unknown>);
    expect(box.map((one) => Object.keys(one).sort())).toEqual([["ballots", "roundId"]]);
    const read = JSON.parse(String(box[0]?.ballots)) as Record<string, unknown>[];
    expect(Object.keys(read[0] ?? {}).sort()).toEqual(["choice", "groupId", "id", "organizationId", "reason", "receipt"]);
    expect(read.map(({ id }) => String(id))).toEqual(read.map(({ id }) => String(id)).sort());
    // On the roll, everybody has voted, and it does not say when.
    const roll = about.filter(({ table }) => table === "RollEntry").map(({ row }) => JSON.parse(row) as Record<string, unknown>);
    expect(roll.every((entry) => entry.hasVoted === true && !Object.values(entry).some((value) => /^\d{4}-\d{2}-\d{2}T/.test(String(value))))).toBe(true);
    expect(await database().cast.count({ where: { roundId: ballotId } })).toBe(0);
    expect(await database().vote.count({ where: { roundId: ballotId } })).toBe(0);
  });

  test("each voter finds their ballot by its receipt in the published list once it is closed, and not before", async () => {
    const ballotId = await secretQuestion();
    const receipts: [string, string][] = [];
    for (const name of voters) {
      const outcome = await cast(program.person(name), ballotId, chosen[name] ?? "");
      receipts.push([outcome.ok ? outcome.value.receipt : "", chosen[name] ?? ""]);
    }
    const before = await ballotPage(program.person("peer"), { ballotId });
    expect(before).toMatchObject({ ok: true, value: { tally: null, votes: [], published: [] } });
    for (const [receipt] of receipts) expect(JSON.stringify(before)).not.toContain(receipt);
    expect(await closeBallot(coordinator(), { ballotId })).toMatchObject({ ok: true });
    const after = await ballotPage(program.person("observer"), { ballotId });
    const published = after.ok ? after.value.published : [];
    expect(published.map(({ receipt, choice }) => [receipt, choice]).sort()).toEqual([...receipts].sort());
  });

  test("sent twice it counts once and gives the same receipt; with another choice, or taken back, it is refused", async () => {
    const ballotId = await secretQuestion();
    const peer = program.person("peer");
    const requestId = randomUUID();
    const sent = await Promise.all(Array.from({ length: 4 }, () => cast(peer, ballotId, "o5", requestId)));
    expect(new Set(sent.map((outcome) => (outcome.ok ? outcome.value.receipt : JSON.stringify(outcome)))).size).toBe(1);
    expect(await readBox(database(), ballotId)).toHaveLength(1);
    expect(await cast(peer, ballotId, "o1", requestId)).toMatchObject({ ok: false, status: 409 });
    expect(await cast(peer, ballotId, "o1")).toMatchObject({ ok: false, status: 409, reason: expect.stringContaining("cannot be changed") });
    expect(await withdrawVote(peer, { roundId: ballotId, requestId: randomUUID() })).toMatchObject({ ok: false, status: 409, reason: expect.stringContaining("cannot be taken back") });
  });

  test("all at once, no ballot is lost from the box", async () => {
    const ballotId = await secretQuestion();
    await Promise.all(voters.map((name) => cast(program.person(name), ballotId, chosen[name] ?? "")));
    expect(await readBox(database(), ballotId)).toHaveLength(voters.length);
  });

  test("in two ballots at once, nobody waits for ever, and each ballot is in the box of its own question", async () => {
    const [one, other] = [await secretQuestion(), await secretQuestion()];
    await Promise.all(voters.flatMap((name) => [one, other].map((ballotId) => cast(program.person(name), ballotId, chosen[name] ?? ""))));
    expect(await closeBallot(coordinator(), { ballotId: one })).toMatchObject({ ok: true });
    expect(await readBox(database(), other)).toHaveLength(voters.length);
    expect(await database().secretBallot.count({ where: { roundId: one } })).toBe(voters.length);
    expect(await readBox(database(), one)).toHaveLength(0);
  });

  test("on the disk, no file and no log of the database holds what the box was before, so none tells whose ballot came when", async () => {
    const ballotId = await secretQuestion();
    const reasons = voters.map((name) => [name, `written by ${name}, ${randomUUID()}`] as const);
    for (const [last, [name, reason]] of reasons.entries()) {
      await cast(program.person(name), ballotId, chosen[name] ?? "", randomUUID(), reason);
      const files = await filesOnDisk();
      // Each ballot is found once, in the file of the box, and never in another file or in the log.
      const found = reasons.map(([, known]) => files.flatMap(({ file, bytes }) => Array.from({ length: timesIn(bytes, known) }, () => file)));
      expect(found).toEqual(reasons.map((_, at) => (at <= last ? [files[0]?.file] : [])));
    }
    expect(await closeBallot(coordinator(), { ballotId })).toMatchObject({ ok: true });
    const left = (await filesOnDisk())[0];
    for (const [, reason] of reasons) expect(timesIn(left?.bytes ?? Buffer.alloc(0), reason)).toBe(0);
  });

  test("nothing turns it back into an open one", async () => {
    const ballotId = await secretQuestion();
    await expect(database().round.update({ where: { id: ballotId }, data: { secret: false } })).rejects.toThrow();
    await expect(database().round.update({ where: { id: ballotId }, data: { question: "Who speaks for them?" } })).rejects.toThrow();
  });

  test("so few have answered that it is not said how many", async () => {
    const ballotId = await secretQuestion();
    await cast(program.person("peer"), ballotId, "o1");
    await cast(program.person("cit"), ballotId, "o1");
    expect(await ballotPage(coordinator(), { ballotId })).toMatchObject({ ok: true, value: { turnout: { voted: null } } });
    await cast(program.person("officer"), ballotId, "o1");
    expect(await ballotPage(coordinator(), { ballotId })).toMatchObject({ ok: true, value: { turnout: { voted: 3 } } });
  });
});

describe("a secret vote on a proposal", () => {
  test("is refused where a group has one voter, and carried by group where it has more", async () => {
    const alone = await proposalForTests(program);
    expect(await openRound(coordinator(), { proposalId: alone.id, secret: "yes" })).toMatchObject({ ok: false, status: 422, field: "secret" });

    const [, , center = ""] = program.organizationIds;
    const nurse = await personForTests(program.programId, center, "nurse", ["voter"], true);
    const proposal = await proposalForTests(program);
    const opened = await openRound(coordinator(), { proposalId: proposal.id, secret: "yes" });
    const roundId = opened.ok ? opened.value.roundId : "";
    for (const name of voters) await cast(program.person(name), roundId, "consent");
    await cast(nurse, roundId, "object", randomUUID(), "It needs two people.");
    expect(await closeRound(coordinator(), { roundId })).toMatchObject({ ok: true, value: { carried: true } });
    const { result } = await database().round.findUniqueOrThrow({ where: { id: roundId } });
    const groups = (result as { groups: { name: string; withheld?: true; object: number }[] }).groups;
    expect(groups.every(({ withheld, object }) => withheld === true && object === 0)).toBe(true);
    expect(await database().decision.count({ where: { proposalId: proposal.id } })).toBe(2);
  });
});
