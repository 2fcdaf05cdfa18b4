import { setImmediate } from "node:timers/promises";

/** Work in a loop that lets pages and sockets have their turn: `due` after so many milliseconds at a stretch, then `await take()`. */
export function takingTurns(stretch = 15): { due: () => boolean; take: () => Promise<void> } {
  let since = performance.now();
  return {
    due: () => performance.now() - since > stretch,
    take: async () => {
      await setImmediate();
      since = performance.now();
    },
  };
}
