// A rush of votes on one ballot, beside the bare database in the same run: npm run bench:votes -- [--quick]
import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { startConcord } from "./support/concord.mjs";
import { bounded } from "./support/ending.mjs";
import { connections } from "./support/http.mjs";
import { percentile, results } from "./support/results.mjs";
import { newWorld } from "./support/world.mjs";
import { rawBallot, reasonFor } from "./votes/raw-ballot.mjs";
import { newRound } from "./votes/round.mjs";

const quick = process.argv.includes("--quick");
const runs = quick ? 1 : 3;
const [votes, seconds] = quick ? [150, 3] : [500, 10];
const choices = ["consent", "consent", "object", "abstain"];

await bounded(10, async () => {
  const concord = await startConcord();
  const world = await newWorld(concord.databaseUrl);
  const table = results();
  // Both sides are warm before the first measured run.
  for (let run = -1; run < runs; run++) {
    const own = await throughPages();
    const theirs = await throughDatabase();
    if (run < 0) continue;
    for (const [name, share] of [["p50", 0.5], ["p99", 0.99]]) table.add(name, { unit: "ms", ours: percentile(own.taken, share), beside: percentile(theirs.taken, share), ...(name === "p99" ? { most: 1.5 } : {}) });
    for (const [name, count] of Object.entries(own.faults)) table.add(name, { unit: "votes", ours: count, most: 0 });
  }
  table.print(`vote-burst: ${votes} votes in ${seconds} s on one ballot, every tenth sent twice; beside it, a raw transaction`);

  /** As a browser sends the form: through the pages of the server. */
  async function throughPages() {
    const round = await newRound({ ...world, ...(await world.another()) }, votes);
    const browser = connections(concord.origin, 50);
    const taken = await burst(round, ({ voter, choice, requestId }) => {
      const body = new URLSearchParams({ requestId, choice, reason: reasonFor(choice) }).toString();
      const headers = { cookie: voter.cookie, origin: concord.origin, "content-type": "application/x-www-form-urlencoded" };
      return browser.request(`/rounds/${round.roundId}/votes`, { method: "POST", headers, body }).then((answer) => {
        if (answer.status !== 303) throw new Error(`A vote was answered with ${answer.status}: ${answer.text().replace(/<[^>]*>/g, " ").slice(0, 400)}`);
      });
    });
    browser.close();
    return { taken, faults: await faultsOf(round) };
  }

  async function throughDatabase() {
    const round = await newRound({ ...world, ...(await world.another()) }, votes);
    return { taken: await burst(round, (ballot) => rawBallot(world.pool, { round, ...ballot })) };
  }

  /** Sends at an even pace, whether or not the earlier ones are answered; every tenth goes twice at once, as from an impatient finger. */
  async function burst({ voters }, send) {
    const begun = performance.now();
    const taken = [];
    const under = [];
    for (const [at, voter] of voters.entries()) {
      await pause(Math.max(0, begun + (at * seconds * 1_000) / votes - performance.now()));
      const ballot = { voter, choice: choices[at % choices.length], requestId: randomUUID() };
      for (let times = at % 10 === 0 ? 2 : 1; times > 0; times--) {
        const sent = performance.now();
        under.push(send(ballot).then(() => taken.push(performance.now() - sent)));
      }
    }
    await Promise.all(under);
    return taken;
  }

  async function faultsOf({ roundId, programId }) {
    const count = async (text, values) => Number((await world.pool.query(text, values)).rows[0].count);
    const counted = await count('select count(*) from "Vote" where "roundId" = $1', [roundId]);
    const cast = await count('select count(*) from "Cast" where "roundId" = $1', [roundId]);
    const unbroken = await count('select count(*) from "AuditRecord" one join "AuditRecord" before on before."programId" = one."programId" and before.sequence = one.sequence - 1 and before.hash = one."previousHash" where one."programId" = $1', [programId]);
    const records = await count('select count(*) from "AuditRecord" where "programId" = $1', [programId]);
    let wrong = 0;
    for (const choice of new Set(choices)) {
      const expected = Array.from({ length: votes }, (_, at) => choices[at % choices.length]).filter((one) => one === choice).length;
      wrong += Math.abs(expected - (await count('select count(*) from "Vote" where "roundId" = $1 and choice = $2', [roundId, choice])));
    }
    return { lost: votes - counted, doubled: cast - votes, "wrong in the tally": wrong, "broken in the chain": records - 1 - unbroken };
  }
});
