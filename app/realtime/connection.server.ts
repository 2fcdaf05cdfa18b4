import { randomUUID } from "node:crypto";
import type { WebSocket } from "ws";
import { closing } from "~/domain/drafting/closing";
import { clientFrame, type ClientFrame, type Pen, type PersonHere, type ServerFrame } from "~/domain/drafting/frames";
import type { OpenSession } from "~/http/session.server";

const framesASecond = 60;
const mostFramesAtOnce = 240;
const mostWaiting = 8 * 1_048_576;

/** One browser on one text. */
export type Connection = {
  id: string;
  session: OpenSession;
  face: PersonHere["group"];
  ready: boolean;
  pen: Pen;
  reason: string | null;
  alive: boolean;
  lastRecorded: number;
  lastSeen: number;
  openedAt: number;
  send: (frame: ServerFrame | Encoded) => void;
  refuse: (code: Extract<ServerFrame, { kind: "refused" }>["code"], reason: string) => void;
  socket: WebSocket;
};

export type Encoded = { encoded: Buffer; large: boolean };

/** A message is encoded once, however many sockets it goes to. */
export function encode(frame: ServerFrame): Encoded {
  const encoded = Buffer.from(JSON.stringify(frame));
  return { encoded, large: encoded.length > 16_384 };
}

export function openConnection(socket: WebSocket, session: OpenSession, face: PersonHere["group"]): Connection {
  const connection: Connection = {
    id: randomUUID(),
    session,
    face,
    ready: false,
    pen: null,
    reason: null,
    alive: true,
    lastRecorded: 0,
    lastSeen: 0,
    openedAt: Date.now(),
    socket,
    send: (frame) => {
      if (socket.readyState !== socket.OPEN) return;
      // One who does not read what is sent would fill our memory.
      if (socket.bufferedAmount > mostWaiting) return socket.terminate();
      const { encoded, large } = "encoded" in frame ? frame : encode(frame);
      socket.send(encoded, { binary: false, compress: large });
    },
    refuse: (code, reason) => {
      connection.send({ kind: "refused", code, reason });
      socket.close(closeCodes[code], reason.slice(0, 120));
    },
  };
  return connection;
}

const closeCodes = {
  schema: closing.otherSchema,
  malformed: closing.refused,
  "other-document": closing.refused,
  reader: closing.refused,
  rate: closing.tooFast,
  gone: closing.gone,
  "signed-out": closing.signedOut,
};

/** Reads a frame; null when it is none of ours. */
export function readFrame(raw: Buffer | ArrayBuffer | Buffer[], isBinary: boolean): ClientFrame | null {
  if (isBinary) return null;
  try {
    const parsed = clientFrame.safeParse(JSON.parse(String(raw)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** A bucket that fills again: true while there is a frame left in it. */
export function frameBudget(now: () => number = Date.now): () => boolean {
  let left = mostFramesAtOnce;
  let filled = now();
  return () => {
    const at = now();
    left = Math.min(mostFramesAtOnce, left + ((at - filled) / 1000) * framesASecond);
    filled = at;
    left -= 1;
    return left >= 0;
  };
}
