// Pages of a program that grows: npm run bench:growth -- [--quick] [beginning of a page name ...]
// A page of the largest program must not take much longer than the same page of the smallest; beside it, the smallest in the same run.
import { fill } from "./growth/fill.mjs";
import { fillTraining } from "./growth/training.mjs";
import { startConcord } from "./support/concord.mjs";
import { bounded } from "./support/ending.mjs";
import { connections } from "./support/http.mjs";
import { percentile, results } from "./support/results.mjs";
import { newEdition, newWorld } from "./support/world.mjs";
import { textOfPages } from "./support/texts.mjs";

const quick = process.argv.includes("--quick");
const named = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const sizes = quick ? [10, 1_000] : [10, 1_000, 100_000];
const visits = quick ? 10 : 25;

await bounded(30, async () => {
  const concord = await startConcord();
  const table = results();
  const smallest = new Map();
  const world = await newWorld(concord.databaseUrl);
  for (const size of sizes) {
    const program = size === sizes[0] ? world : { ...world, ...(await world.another()) };
    const { content } = textOfPages(1);
    const reader = await program.person("Reader", ["coordinator", "drafter", "voter", "trainer"]);
    const first = await newEdition(program, reader, content);
    await fill(world.pool, { ...program, ...first, readerId: reader.id, size });
    const training = await fillTraining(world.pool, { rows: world.rows, ...program, ...first, readerId: reader.id, size });
    const pages = {
      home: "/",
      notices: "/notices",
      documents: "/documents",
      proposals: "/proposals",
      ballots: "/ballots",
      decisions: "/decisions",
      records: "/records",
      search: "/search?words=pursuit",
      members: "/members",
      acknowledgements: "/acknowledgements",
      evaluation: "/evaluation",
      "one policy": `/documents/${await policyOf(program.programId)}`,
      ...training,
    };
    const browser = connections(concord.origin, 1);
    for (const [name, path] of Object.entries(pages)) {
      if (named.length > 0 && !named.some((word) => name.startsWith(word))) continue;
      const taken = [];
      let bytes = 0;
      for (let visit = -2; visit < visits; visit++) {
        const sent = performance.now();
        const answer = await browser.request(path, { headers: { cookie: reader.cookie } });
        if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}.`);
        if (visit >= 0) taken.push(performance.now() - sent);
        bytes = answer.bytes;
      }
      const own = { middle: percentile(taken, 0.5), bytes: bytes / 1_024 };
      if (!smallest.has(name)) smallest.set(name, own);
      const beside = smallest.get(name);
      if (size === sizes[0]) continue;
      table.add(`${name}, ${size.toLocaleString("en-US")} rows`, { unit: "ms", ours: own.middle, beside: beside.middle, most: 2 });
      table.add(`${name}, ${size.toLocaleString("en-US")} rows, page`, { unit: "KiB", ours: own.bytes, beside: beside.bytes });
    }
    browser.close();
    console.log(`${size.toLocaleString("en-US")} rows: asked.`);
  }
  async function policyOf(programId) {
    return (await world.pool.query(`select "id" from "Document" where "programId" = $1 and "number" = 'GRO-1'`, [programId])).rows[0].id;
  }
  table.print(`growth: the middle of ${visits} visits; beside it, the program of ${sizes[0]} rows`);
});
