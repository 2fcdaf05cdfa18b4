import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { connect, database } from "~/store/database.server";
import { freshDatabase } from "~/store/test-database";
import { programForTests, proposalForTests, type ProgramForTests } from "../../../e2e/support/program-for-tests";
import { castVote } from "./cast-vote.server";
import { extendRound } from "./extend-round.server";
import { openRound } from "./open-round.server";

let ownerUrl = "";

/** From here on the database's own clock stands at a moment that the test sets, so that a millisecond can be told from the next. */
beforeAll(async () => {
  const fresh = await freshDatabase();
  ownerUrl = fresh.ownerUrl;
  const name = new URL(fresh.url).pathname.slice(1);
  await asOwner(`create schema stopped;
    create table stopped.moment (at timestamptz not null);
    insert into stopped.moment values (now());
    create function stopped.clock_timestamp() returns timestamptz language sql volatile security definer as 'select at from stopped.moment';
    grant usage on schema stopped to public;
    grant execute on function stopped.clock_timestamp() to public;
    alter database ${name} set search_path = stopped, pg_catalog, public;`);
  await connect(fresh.url);
});

afterEach(() => {
  vi.useRealTimers();
});

async function asOwner(statement: string, values?: unknown[]): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query(statement, values).finally(() => client.end());
}

const setClock = (at: Date) => asOwner("update stopped.moment set at = $1", [at]);

async function opened(program: ProgramForTests, closesAt = "") {
  const proposal = await proposalForTests(program);
  const outcome = await openRound(program.person("coordinator"), { proposalId: proposal.id, closesAt });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return database().round.findUniqueOrThrow({ where: { id: outcome.value.roundId } });
}

const cast = (program: ProgramForTests, roundId: string, name = "peer") => castVote(program.person(name), { roundId, choice: "consent", reason: "", requestId: randomUUID() });

describe("the deadline is the database's (V-4)", () => {
  test.each([
    [-1, true, "open"],
    [0, false, "closed"],
    [1, false, "closed"],
  ])("a ballot %i ms from the closing time is taken: %s", async (milliseconds, taken, state) => {
    await setClock(new Date("2026-10-01T12:00:00Z"));
    const program = await programForTests();
    const round = await opened(program);
    await setClock(new Date(round.closesAt.getTime() + milliseconds));
    const outcome = await cast(program, round.id);
    expect(outcome.ok).toBe(taken);
    if (!outcome.ok) expect(outcome).toMatchObject({ status: 409, reason: expect.stringContaining("closed") });
    expect(await database().round.findUnique({ where: { id: round.id } })).toMatchObject({ state });
    expect(await database().vote.count({ where: { roundId: round.id } })).toBe(taken ? 1 : 0);
  });

  test.each([-10, 10])("a server whose clock is %i minutes off changes nothing", async (minutes) => {
    await setClock(new Date("2026-10-01T12:00:00Z"));
    const program = await programForTests();
    const round = await opened(program);
    vi.useFakeTimers({ toFake: ["Date"], now: round.closesAt.getTime() + minutes * 60_000 });
    await setClock(new Date(round.closesAt.getTime() - 1));
    expect(await cast(program, round.id)).toMatchObject({ ok: true });
    await setClock(round.closesAt);
    expect(await cast(program, round.id, "cit")).toMatchObject({ ok: false, status: 409 });
  });
});

describe("the deadline is one instant (V-5)", () => {
  test.each([
    ["America/Chicago", "2026-11-01T23:00:00.000Z"],
    ["America/Phoenix", "2026-11-02T00:00:00.000Z"],
    ["Pacific/Guam", "2026-11-01T07:00:00.000Z"],
  ])("Nov. 1, 5 p.m. in %s is stored as %s, and closes then", async (timeZone, instant) => {
    await setClock(new Date("2026-10-20T12:00:00Z"));
    const program = await programForTests({ timeZone });
    const round = await opened(program, "2026-11-01T17:00");
    expect(round.closesAt.toISOString()).toBe(instant);
    await setClock(new Date(new Date(instant).getTime() - 1));
    expect(await cast(program, round.id)).toMatchObject({ ok: true });
    await setClock(new Date(instant));
    expect(await cast(program, round.id, "cit")).toMatchObject({ ok: false, status: 409 });
  });

  test.each([
    ["happens twice", "2026-11-01T01:30", /happens twice/],
    ["does not exist", "2027-03-14T02:30", /does not exist/],
    ["is over", "2026-10-19T17:00", /./],
    ["is no time", "2026-13-01T17:00", /date and a time/],
  ])("an hour that %s is refused at the field, for a vote and for more time", async (_what, closesAt, words) => {
    await setClock(new Date("2026-10-20T12:00:00Z"));
    const program = await programForTests();
    const refusal = { ok: false, status: 422, field: "closesAt", reason: expect.stringMatching(words) };
    const proposal = await proposalForTests(program);
    expect(await openRound(program.person("coordinator"), { proposalId: proposal.id, closesAt })).toMatchObject(refusal);
    const { id: roundId } = await opened(program);
    expect(await extendRound(program.person("coordinator"), { roundId, closesAt, reason: "Two are away." })).toMatchObject(refusal);
  });
});
