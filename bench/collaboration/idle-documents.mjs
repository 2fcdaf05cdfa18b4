import { setTimeout as pause } from "node:timers/promises";
import { memoryOf } from "./memory.mjs";

/** Longer than a text is kept that nobody has open. */
const untilGone = 40_000;

/** Many texts, each open to one person who does nothing: what each holds in the server's memory, and what is left when all are closed. */
export async function idleDocuments(side, text, documents) {
  // The first ones warm the server.
  for (const socket of await openAll(side, text, 10)) socket.close();
  await pause(untilGone);
  const start = await memoryOf(side.inspector);
  const sockets = await openAll(side, text, documents);
  await pause(2_000);
  const open = await memoryOf(side.inspector);
  for (const socket of sockets) socket.close();
  await pause(untilGone);
  return { each: ((open - start) * 1_024) / documents, back: (await memoryOf(side.inspector)) / start };
}

async function openAll(side, text, count) {
  const sockets = [];
  for (let at = 0; at < count; at++) {
    const open = await side.newText(text);
    sockets.push(await open.watch(at, () => {}));
  }
  return sockets;
}
