import { closing } from "~/domain/drafting/closing";
import type { ClientFrame, ServerFrame } from "~/domain/drafting/frames";

const silence = 25_000;
/** In milliseconds: a line that carries no greeting carries nothing. */
const silenceAtFirst = 10_000;

/** How a line ended: the code and reason of its close, whether it was the first try of this page, and whether there will be another. */
export type Broken = { code: number; reason: string; first: boolean; final: boolean };

type Parts = {
  draftId: string;
  schema: string;
  /** Of the text here, as the server is greeted with it. */
  version: () => number;
  hear: (frame: ServerFrame) => void;
  broken: (broken: Broken) => void;
  /** The page itself is no longer open to whoever sits here. */
  signedOut: () => void;
};

/** The line to the server: opened anew after every break, later each time, until it is ended. */
export function draftingLine({ draftId, schema, version, hear, broken, signedOut }: Parts) {
  let socket: WebSocket | null = null;
  let greeted = false;
  let ended = false;
  let attempts = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let lastHeard = Date.now();
  const online = () => connect();
  const offline = () => drop();
  window.addEventListener("online", online);
  window.addEventListener("offline", offline);

  return { connect, again, greet, drop, say, end, stop, look, isGreeted: () => greeted, hasEnded: () => ended, isAway: () => !greeted && (attempts > 0 || !navigator.onLine) };

  function connect(): void {
    if (ended || socket) return;
    clearTimeout(retry);
    const address = new URL("/collaboration", window.location.href);
    address.protocol = address.protocol.replace("http", "ws");
    address.search = new URLSearchParams({ draft: draftId, schema }).toString();
    if (!navigator.onLine) attempts ||= 1;
    const opening = new WebSocket(address);
    let opened = false;
    socket = opening;
    lastHeard = Date.now();
    opening.onopen = () => {
      opened = true;
      say({ kind: "hello", version: version() });
    };
    opening.onmessage = ({ data }) => {
      if (socket !== opening) return;
      lastHeard = Date.now();
      hear(JSON.parse(String(data)) as ServerFrame);
    };
    opening.onclose = ({ code, reason }) => {
      if (socket !== opening) return;
      if (!opened) void askWhy();
      drop(code, reason);
    };
  }

  /** Somebody has signed in again in this page: no need to wait for the next try. */
  function again(): void {
    attempts = 0;
    connect();
  }

  /** The server has answered with the text: what is said from now on reaches it. */
  function greet(): void {
    attempts = 0;
    greeted = true;
  }

  function drop(code = 0, reason = ""): void {
    clearTimeout(retry);
    const leaving = socket;
    socket = null;
    leaving?.close();
    const first = !greeted && attempts === 0;
    greeted = false;
    const final = ([closing.refused, closing.otherSchema, closing.gone] as number[]).includes(code) || code === 1009;
    if (final) ended = true;
    if (!ended) retry = setTimeout(connect, Math.min(15_000, 300 * 2 ** attempts++) * (0.5 + Math.random() / 2));
    broken({ code, reason, first, final });
  }

  /** A browser is not told why a socket was not opened; the page itself is. */
  async function askWhy(): Promise<void> {
    const page = await fetch(window.location.href, { method: "HEAD", redirect: "manual" }).catch(() => null);
    if (page?.type === "opaqueredirect") signedOut();
  }

  function say(frame: ClientFrame): void {
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame));
  }

  /** A line that has been silent for too long is taken for broken. */
  function look(): void {
    if (socket && Date.now() - lastHeard > (greeted ? silence : silenceAtFirst)) drop();
  }

  function end(): void {
    ended = true;
    socket?.close();
    socket = null;
  }

  function stop(): void {
    ended = true;
    clearTimeout(retry);
    window.removeEventListener("online", online);
    window.removeEventListener("offline", offline);
    socket?.close(1000);
  }
}
