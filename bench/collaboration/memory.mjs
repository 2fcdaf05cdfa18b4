import { readFileSync } from "node:fs";

/** What a process holds in memory, in MiB. Linux only: elsewhere NaN. */
export function memoryOf(pid) {
  try {
    // Pages of 4 KiB on every machine that the benchmarks run on.
    return (Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]) * 4) / 1_024;
  } catch {
    return Number.NaN;
  }
}

/** By how much the values grow a minute, as a straight line through all of them. */
export function slopeOf(samples) {
  const mean = (of) => samples.reduce((sum, sample) => sum + of(sample), 0) / samples.length;
  const [at, value] = [mean((sample) => sample.minutes), mean((sample) => sample.memory)];
  const above = samples.reduce((sum, { minutes, memory }) => sum + (minutes - at) * (memory - value), 0);
  return above / samples.reduce((sum, { minutes }) => sum + (minutes - at) ** 2, 0);
}
