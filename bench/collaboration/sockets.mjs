import WebSocket from "ws";

/** Opens a socket; `onMessage` hears everything, also what comes with the answer to the upgrade. */
export function openSocket(address, { headers = {}, onMessage }) {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(address, { headers });
    socket.on("message", (raw) => onMessage(raw));
    socket.once("open", () => resolve(socket));
    socket.once("error", reject);
    socket.once("close", (code) => reject(new Error(`The socket was closed (${code}).`)));
  });
}

/** Waits until `is` says so, at most so many seconds. */
export async function until(is, what, seconds = 30) {
  for (const end = Date.now() + seconds * 1_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 5))) if (is()) return;
  throw new Error(`Waited ${seconds} s for ${what}.`);
}
