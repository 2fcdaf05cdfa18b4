const closers = [];

/** Calls `close` when the benchmark ends, whichever way it ends; the newest first. */
export function atEnd(close) {
  closers.push(close);
}

/** Runs a benchmark for at most so many minutes and stops everything it started. */
export async function bounded(minutes, work) {
  const late = setTimeout(() => void leave(1, `Stopped: it took longer than ${minutes} minutes.`), minutes * 60_000);
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => void leave(1, "Stopped."));
  try {
    await work();
    await leave(0);
  } catch (fault) {
    await leave(1, fault instanceof Error ? fault.stack : String(fault));
  } finally {
    clearTimeout(late);
  }
}

let leaving = false;

async function leave(code, words) {
  if (leaving) return;
  leaving = true;
  if (words) console.error(words);
  for (const close of closers.reverse()) await Promise.resolve(close()).catch((fault) => console.error(fault.message));
  process.exit(code);
}
