import { connections } from "../support/http.mjs";
import { processorSeconds } from "../support/processes.mjs";
import { percentile } from "../support/results.mjs";

/** Asks for one page again and again over ten connections for so many seconds. */
export async function load({ origin, pid }, path, { seconds, cookie }) {
  const browser = connections(origin, 10);
  const headers = cookie ? { cookie } : {};
  const taken = [];
  const ask = async () => {
    const sent = performance.now();
    const { status } = await browser.request(path, { headers });
    if (status !== 200) throw new Error(`${path} answered ${status}.`);
    taken.push(performance.now() - sent);
  };
  const during = async (length) => {
    const end = performance.now() + length * 1_000;
    await Promise.all(Array.from({ length: 10 }, async () => {
      while (performance.now() < end) await ask();
    }));
  };
  await during(Math.min(2, seconds / 2));
  taken.length = 0;
  const [begun, used] = [performance.now(), processorSeconds(pid)];
  await during(seconds);
  const wall = (performance.now() - begun) / 1_000;
  browser.close();
  return { rate: taken.length / wall, p99: percentile(taken, 0.99), processor: ((processorSeconds(pid) - used) * 1_000) / taken.length };
}
