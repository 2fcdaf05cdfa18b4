import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer, type RawData, type WebSocket } from "ws";
import { z } from "zod";
import { schemaVersion } from "~/editor/schema/document-schema";
import { actorFromCookies, type OpenSession } from "~/http/session.server";
import { log } from "~/http/log.server";
import type { PersonHere } from "~/domain/drafting/frames";
import { recordRefusedFrame } from "~/commands/drafting/record-refused-frame.server";
import { faceOf, placeOfDraft, type DraftPlace } from "~/queries/drafting/working-room.server";
import { hearAnnouncements } from "~/queries/notices/hear-announcements.server";
import { frameBudget, openConnection, readFrame, type Connection } from "./connection.server";
import type { Room } from "./room.server";
import { keepRooms } from "./rooms.server";

const largestFrame = 1_048_576;
const mostSockets = 5_000;
const noFace: PersonHere["group"] = { name: "", shortName: "", shape: "circle", colour: "slate" };

export type Collaboration = { healthy: () => boolean; close: () => Promise<void> };

/** Opens the socket on which a text is written together, at /collaboration?draft=...&schema=... */
export function attachCollaboration(server: Server, { settings }: { settings: { origin: string } }): Collaboration {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: largestFrame, perMessageDeflate: { threshold: 16_384, serverNoContextTakeover: true, clientNoContextTakeover: true } });
  const rooms = keepRooms();
  let stopped = false;
  let heard = false;
  const hearing = listenSoon();

  server.on("upgrade", (request, socket, head) => {
    socket.on("error", () => socket.destroy());
    admit(request, socket, head).catch((fault: unknown) => {
      log.error({ err: fault }, "socket not opened");
      turnAway(socket, 503);
    });
  });

  return {
    healthy: () => heard,
    close: async () => {
      stopped = true;
      await rooms.close();
      sockets.close();
      await (await hearing)?.();
    },
  };

  async function admit(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const url = new URL(request.url ?? "/", "http://here");
    if (url.pathname !== "/collaboration") return turnAway(socket, 404);
    if (request.headers.origin !== settings.origin) return turnAway(socket, 403);
    if (sockets.clients.size >= mostSockets) return turnAway(socket, 503);
    const session = await actorFromCookies(request.headers.cookie);
    if (!session) return turnAway(socket, 401);
    const draftId = z.uuid().safeParse(url.searchParams.get("draft"));
    const place = draftId.success ? await placeOfDraft(session.actor, draftId.data) : null;
    if (!place?.ok || !draftId.success) return turnAway(socket, 404);
    const found = await faceOf(session.actor, session.actor.groupId);
    const face = (found.ok && found.value.face) || noFace;
    const schemas = url.searchParams.getAll("schema");
    sockets.handleUpgrade(request, socket, head, (opened) => {
      if (schemas.length === 1 && schemas[0] === schemaVersion) return welcome(opened, session, draftId.data, place.value, face);
      openConnection(opened, session, face).refuse("schema", "Concord has been updated since this page was opened. Copy what is not saved, then reload the page.");
    });
  }

  function welcome(socket: WebSocket, session: OpenSession, draftId: string, place: DraftPlace, face: PersonHere["group"]): void {
    const connection = openConnection(socket, session, face);
    const withinBudget = frameBudget();
    const entering = rooms.enter(connection, draftId);
    let room: Room | null = null;
    // Frames are taken in the order they came, also while the room is being opened.
    let turn: Promise<void> = entering.then(
      (entered) => {
        room = entered;
        if (!entered) connection.refuse("gone", "This text is no longer open to you.");
        else if (socket.readyState !== socket.OPEN) rooms.leave(entered, connection);
      },
      (fault: unknown) => {
        log.error({ err: fault, draftId }, "room not opened");
        socket.close(1013, "Try again");
      },
    );
    socket.on("pong", () => (connection.alive = true));
    socket.on("close", () => room && rooms.leave(room, connection));
    socket.on("error", (fault: Error & { code?: string }) => {
      if (fault.code?.startsWith("WS_ERR")) refused(connection, draftId, place, fault.code === "WS_ERR_UNSUPPORTED_MESSAGE_LENGTH" ? "an oversized frame" : "a broken frame");
    });
    socket.on("message", (raw: RawData, isBinary: boolean) => {
      connection.alive = true;
      if (!withinBudget()) {
        refused(connection, draftId, place, "too many frames");
        return connection.refuse("rate", "Too much was sent at once.");
      }
      const frame = readFrame(raw, isBinary);
      if (!frame) {
        refused(connection, draftId, place, "a malformed frame");
        return connection.refuse("malformed", "This was not understood.");
      }
      turn = turn.then(async () => {
        if (room && socket.readyState === socket.OPEN) await rooms.receive(room, connection, frame);
      }).catch((fault: unknown) => {
        log.error({ err: fault, draftId }, "frame not taken");
        if (frame.kind === "push") connection.send({ kind: "unstored", batchId: frame.batches[0]?.batchId ?? "", reason: "Not stored: the server could not answer." });
        else socket.close(1013, "Try again");
      });
    });
  }

  function refused(connection: Connection, draftId: string, { thing }: DraftPlace, reason: string): void {
    if (Date.now() - connection.lastRecorded < 10_000) return;
    connection.lastRecorded = Date.now();
    recordRefusedFrame(connection.session.actor, draftId, thing, reason).catch((fault: unknown) => log.error({ err: fault }, "refusal not recorded"));
  }

  async function listenSoon(): Promise<(() => Promise<void>) | null> {
    for (let wait = 200; !stopped; wait = Math.min(5_000, wait * 2)) {
      try {
        const stop = await hearAnnouncements(rooms.hear, rooms.recheckAll);
        heard = true;
        rooms.recheckAll();
        return stop;
      } catch (fault) {
        log.error({ err: fault }, "announcements not heard");
        await new Promise((resolve) => setTimeout(resolve, wait));
      }
    }
    return null;
  }
}

function turnAway(socket: Duplex, status: 401 | 403 | 404 | 503): void {
  if (socket.destroyed) return;
  const words = { 401: "Unauthorized", 403: "Forbidden", 404: "Not Found", 503: "Service Unavailable" }[status];
  socket.end(`HTTP/1.1 ${status} ${words}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
