import WebSocket from "ws";

/**
 * What a process that was started with `--inspect` holds, in MiB, when all that nothing uses any more has been collected: its heap and what it
 * keeps outside of it. What the system counts for a process tells more of when it last collected than of what it holds.
 */
export async function memoryOf(inspector) {
  const [{ webSocketDebuggerUrl }] = await (await fetch(`http://127.0.0.1:${inspector}/json`)).json();
  const socket = new WebSocket(webSocketDebuggerUrl);
  await new Promise((resolve, reject) => socket.once("open", resolve).once("error", reject));
  let last = 0;
  const ask = (method, params) =>
    new Promise((resolve) => {
      const id = ++last;
      socket.on("message", (raw) => {
        const answer = JSON.parse(raw.toString());
        if (answer.id === id) resolve(answer.result);
      });
      socket.send(JSON.stringify({ id, method, params }));
    });
  // What waits for its finalizer is freed by the second.
  await ask("HeapProfiler.collectGarbage");
  await ask("HeapProfiler.collectGarbage");
  const { result } = await ask("Runtime.evaluate", { expression: "JSON.stringify(process.memoryUsage())" });
  socket.close();
  const { heapUsed, external } = JSON.parse(result.value);
  return (heapUsed + external) / 2 ** 20;
}

/** By how much the values grow a minute, as a straight line through all of them. */
export function slopeOf(samples) {
  const mean = (of) => samples.reduce((sum, sample) => sum + of(sample), 0) / samples.length;
  const [at, value] = [mean((sample) => sample.minutes), mean((sample) => sample.memory)];
  const above = samples.reduce((sum, { minutes, memory }) => sum + (minutes - at) * (memory - value), 0);
  return above / samples.reduce((sum, { minutes }) => sum + (minutes - at) ** 2, 0);
}
