// Pages, beside a bare Remix page with the same elements: npm run bench:pages -- [--quick] [read-weight] [edit-ready] [page-rps]
import { startBare } from "./pages/bare-server.mjs";
import { firstVisit, startBrowser } from "./pages/browser.mjs";
import { elementsOf } from "./pages/elements.mjs";
import { load } from "./pages/load.mjs";
import { startConcord } from "./support/concord.mjs";
import { bounded } from "./support/ending.mjs";
import { connections } from "./support/http.mjs";
import { percentile, results } from "./support/results.mjs";
import { textOfPages } from "./support/texts.mjs";
import { newDraft, newEdition, newWorld } from "./support/world.mjs";
import { newRound } from "./votes/round.mjs";

const quick = process.argv.includes("--quick");
const named = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const asked = (name) => named.length === 0 || named.includes(name);
const runs = quick ? 1 : 3;
const visits = quick ? 3 : 7;
const seconds = quick ? 3 : 8;
const lengths = [1, 50];

await bounded(15, async () => {
  const concord = await startConcord();
  const world = await newWorld(concord.databaseUrl);
  const writer = await world.person("Writer", ["drafter", "coordinator"]);
  const pages = await ourPages();
  const bare = await startBare(Object.fromEntries(await Promise.all(Object.entries(pages).map(async ([name, page]) => [name, elementsOf(await htmlOf(page))]))));
  if (asked("page-rps")) await pageRate();
  if (asked("read-weight")) await readWeight();
  if (asked("edit-ready")) await editReady();

  async function ourPages() {
    const found = {};
    for (const length of lengths) found[`policy-${length}`] = { path: `/library/${(await newEdition(world, writer, textOfPages(length).content)).number}` };
    const { roundId, proposalId, voters } = await newRound(world, 12);
    found.ballot = { path: `/rounds/${roundId}/votes`, cookie: voters[0].cookie };
    found.proposal = { path: `/proposals/${proposalId}`, cookie: voters[0].cookie };
    return found;
  }

  async function htmlOf({ path, cookie }) {
    const browser = connections(concord.origin, 1);
    const answer = await browser.request(path, { headers: cookie ? { cookie } : {} });
    browser.close();
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}.`);
    return answer.text();
  }

  async function pageRate() {
    const table = results();
    for (let run = 0; run < runs; run++) {
      for (const [name, { path, cookie }] of Object.entries(pages)) {
        const own = await load(concord, path, { seconds, cookie });
        const theirs = await load(bare, `/${name}`, { seconds });
        table.add(name, { unit: "a second", ours: own.rate, beside: theirs.rate, least: 0.7 });
        table.add(`${name}, p99`, { unit: "ms", ours: own.p99, beside: theirs.p99 });
        table.add(`${name}, CPU a page`, { unit: "ms", ours: own.processor, beside: theirs.processor });
      }
    }
    table.print("page-rps: requests a second over 10 connections; beside it, a bare Remix page without scripts or data");
  }

  async function readWeight() {
    const table = results();
    const browser = await startBrowser();
    for (let run = 0; run < runs; run++) {
      for (const length of lengths) {
        const own = await several(() => firstVisit(browser, `${concord.origin}${pages[`policy-${length}`].path}`));
        const theirs = await several(() => firstVisit(browser, `${bare.origin}/policy-${length}?scripts`));
        table.add(`${length} pages, JavaScript (gzip)`, { unit: "KiB", ours: own.script, most: 0 });
        table.add(`${length} pages, JavaScript of the bare page`, { unit: "KiB", ours: theirs.script });
        table.add(`${length} pages, largest paint`, { unit: "ms", ours: own.paint, beside: theirs.paint, most: 0.8 });
      }
    }
    table.print("read-weight: a published policy in a browser that was never there; beside it, a bare Remix page");
  }

  async function editReady() {
    const table = results();
    const browser = await startBrowser();
    for (let run = 0; run < runs; run++) {
      for (const length of lengths) {
        const own = await several(async () => {
          const { documentId } = await newDraft(world, writer, textOfPages(length).content);
          return firstVisit(browser, `${concord.origin}/documents/${documentId}/draft`, { cookie: writer.cookie, editor: true });
        });
        const theirs = await several(() => firstVisit(browser, `${bare.origin}/policy-${length}?scripts`));
        table.add(`${length} pages, until one can type`, { unit: "ms", ours: own.editable, most: 800 });
        table.add(`${length} pages, largest paint of the bare page`, { unit: "ms", ours: theirs.paint });
        table.add(`${length} pages, JavaScript above the bare page (gzip)`, { unit: "KiB", ours: own.script - theirs.script, most: 200 });
      }
    }
    table.print("edit-ready: the drafting page in a browser that was never there");
  }

  /** The middle of several visits, each figure for itself. */
  async function several(visit) {
    const all = [];
    for (let time = 0; time < visits; time++) all.push(await visit());
    return Object.fromEntries(Object.keys(all[0]).map((name) => [name, percentile(all.map((one) => one[name]), 0.5)]));
  }
});
