import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { castVote } from "../app/commands/voting/cast-vote.server";
import { closeBallot } from "../app/commands/voting/close-ballot.server";
import { closeRound } from "../app/commands/voting/close-round.server";
import { openBallot } from "../app/commands/voting/open-ballot.server";
import { openRound } from "../app/commands/voting/open-round.server";
import { withdrawVote } from "../app/commands/voting/withdraw-vote.server";
import { freshDatabase } from "../app/store/test-database";
import { personForTests, programForTests, proposalForTests, type PersonActor, type ProgramForTests } from "../e2e/support/program-for-tests";
import { recount } from "./recount-votes";

let program: ProgramForTests;
let nurse: PersonActor;
let client: pg.Client;
const rounds = { vote: "", secretVote: "", election: "", secretElection: "" };

const ask = (text: string, values?: unknown[]) => client.query(text, values).then(({ rows }) => rows as Record<string, unknown>[]);
const found = async (roundId: string) => (await recount(ask, [roundId])).wrong;
const voters = () => [...["cit", "officer", "clinician", "advocate", "peer"].map((name) => program.person(name)), nurse];

async function done<Value>(outcome: Promise<{ ok: true; value: Value } | { ok: false }>): Promise<Value> {
  const answered = await outcome;
  if (!answered.ok) throw new Error(JSON.stringify(answered));
  return answered.value;
}

async function voteOn(secret: string): Promise<string> {
  const { id: proposalId } = await proposalForTests(program);
  const { roundId } = await done(openRound(program.person("coordinator"), { proposalId, secret }));
  for (const [at, voter] of voters().entries()) await done(castVote(voter, { roundId, requestId: randomUUID(), choice: at === 3 ? "object" : "consent", reason: at === 3 ? "Not yet." : "" }));
  await done(closeRound(program.person("coordinator"), { roundId }));
  return roundId;
}

async function elect(secret: string): Promise<string> {
  const { ballotId } = await done(openBallot(program.person("coordinator"), { kind: "ranked", question: "Who chairs?", options: "Jo\nPriya\nSam", secret }));
  for (const [at, voter] of voters().entries()) await done(castVote(voter, { roundId: ballotId, requestId: randomUUID(), marks: at < 4 ? { o1: "1", o2: "2" } : { o3: "1" } }));
  if (!secret) await done(withdrawVote(nurse, { roundId: ballotId, requestId: randomUUID() }));
  await done(closeBallot(program.person("coordinator"), { ballotId }));
  return ballotId;
}

beforeAll(async () => {
  const { ownerUrl } = await freshDatabase();
  program = await programForTests();
  nurse = await personForTests(program.programId, program.organizationIds[2] ?? "", "nurse", ["voter"], true);
  rounds.vote = await voteOn("");
  rounds.secretVote = await voteOn("yes");
  rounds.election = await elect("");
  rounds.secretElection = await elect("yes");
  client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
});
afterAll(() => client.end());

/** Makes a change, asks what the recount finds, and takes the change back. */
async function after(statement: string, roundId: string): Promise<string[]> {
  await client.query("begin");
  try {
    await client.query("set local session_replication_role = replica");
    await client.query(statement, [roundId]);
    return await found(roundId);
  } finally {
    await client.query("rollback");
  }
}

test("votes, elections and secret ballots come out the same (V-15)", async () => {
  const { said, wrong } = await recount(ask);
  expect(wrong).toEqual([]);
  for (const roundId of Object.values(rounds)) expect(said).toContainEqual(expect.stringMatching(new RegExp(`${roundId}\\): .+ Counted again, the same\\.$`)));
  expect(said).toContainEqual(expect.stringMatching(/^“Who chairs\?” .*: Jo leads with 4 of 5 after 1 round\. Counted/));
  expect(await found("no-such-round")).toEqual(["Round no-such-round: there is no closed vote of this number."]);
});

test.each([
  ["a vote that was changed", "vote", `update "Vote" set choice = 'object' where "roundId" = $1 and choice = 'consent'`, /not the last ballot of its seat/],
  ["a vote changed with its history", "vote", `with past as (update "Cast" set choice = 'object' where "roundId" = $1) update "Vote" set choice = 'object' where "roundId" = $1`, /the ballots say/],
  ["a vote that nobody cast", "vote", `with past as (update "Cast" set receipt = 'made up ' || id where "roundId" = $1) update "Vote" set receipt = (select 'made up ' || id from "Cast" cast_ where cast_."rollEntryId" = "Vote"."rollEntryId" order by at desc limit 1) where "roundId" = $1`, /not in the chain of records/],
  ["a result that was turned", "vote", `update "Round" set result = jsonb_set(result, '{carried}', to_jsonb(not (result->>'carried')::boolean)) where id = $1`, /the result on record says/],
  ["a ballot taken out of an election", "election", `delete from "Vote" where "roundId" = $1 and choice like '%o3%'`, /a ballot was cast that does not count/],
  ["an election whose ballots and result were changed together", "election", `with past as (update "Cast" set choice = '["o3"]' where "roundId" = $1 and choice <> 'withdrawn'), now as (update "Vote" set choice = '["o3"]' where "roundId" = $1) update "Round" set result = jsonb_set(result, '{leaders}', '["o3"]') where id = $1`, /the ballots say/],
  ["a ballot put into a secret box", "secretElection", `insert into "SecretBallot" (id, "roundId", choice, reason, receipt) values ('more', $1, '["o3"]', '', 'more')`, /6 seats have voted, and 7 ballots lie in the box/],
  ["a secret ballot put in together with a voter", "secretElection", `with roll as (insert into "RollEntry" (id, "roundId", "seatId", "personName", "seatTitle", "groupId", "groupName", "organizationId", "organizationName", "hasVoted") select 'more', "roundId", 'more', '', '', "groupId", "groupName", "organizationId", "organizationName", true from "RollEntry" where "roundId" = $1 limit 1) insert into "SecretBallot" (id, "roundId", choice, reason, receipt) values ('more', $1, '["o3"]', '', 'more')`, /7 seats have voted, and the chain of records has 6 ballots/],
  ["a secret ballot that was changed", "secretElection", `update "SecretBallot" set choice = '["o3"]' where "roundId" = $1`, /the ballots say "Sam leads with 6 of 6 after 1 round\."/],
  ["a secret ballot moved to another group", "secretVote", `update "SecretBallot" set "groupId" = (select "groupId" from "SecretBallot" where "roundId" = $1 order by "groupId" limit 1) where "roundId" = $1`, /the ballots cannot be counted/],
] as const)("%s is named", async (_what, which, statement, words) => {
  expect(await after(statement, rounds[which])).toEqual([expect.stringMatching(words)]);
  expect(await found(rounds[which])).toEqual([]);
});

test("a record that was touched is named", async () => {
  const wrong = await after(`update "AuditRecord" set "actorName" = 'Somebody' where sequence = 3 and "programId" = (select "programId" from "Round" where id = $1)`, rounds.vote);
  expect(wrong).toEqual([`Record 3 of program ${program.programId} was touched.`]);
});
