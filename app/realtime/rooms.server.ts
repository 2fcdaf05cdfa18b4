import type { Announcement } from "~/domain/notices/announcement";
import { readDraft } from "~/commands/drafting/read-draft.server";
import { recordRefusedFrame } from "~/commands/drafting/record-refused-frame.server";
import { actorOfSession, sawSession } from "~/http/session.server";
import { log } from "~/http/log.server";
import { placeOfDraft } from "~/queries/drafting/working-room.server";
import type { PersonActor } from "~/http/session.server";
import type { ClientFrame } from "~/domain/drafting/frames";
import { encode, type Connection } from "./connection.server";
import { peopleTeller } from "./people.server";
import { locksFor, relock, tellLocks } from "./room-locks.server";
import { openRoom, type Room } from "./room.server";

const idleBeforeUnload = 30_000;
const heartbeat = 15_000;
const sessionsAskedEvery = 4;
/** In milliseconds: who looks in for less has not read. */
const shortestReading = 10_000;

export type Rooms = ReturnType<typeof keepRooms>;

/** The working texts that are open in this process. */
export function keepRooms() {
  const rooms = new Map<string, Promise<Room | null>>();
  const open = new Map<string, Room>();
  const told = new WeakMap<Room, () => void>();
  let beats = 0;
  const timer = setInterval(beat, heartbeat);

  return { enter, leave, receive, hear, recheckAll, close, rooms: open };

  async function enter(connection: Connection, draftId: string): Promise<Room | null> {
    const room = await roomOf(connection.session.actor, draftId);
    if (!room) return null;
    // Nobody was here to be told of locks.
    if (room.connections.size === 0) room.locks = await locksFor(connection.session.actor, draftId);
    room.connections.add(connection);
    await look(room, connection, false);
    return room;
  }

  async function roomOf(actor: PersonActor, draftId: string): Promise<Room | null> {
    const known = rooms.get(draftId);
    if (known) return known;
    const opening = openRoom(actor, draftId);
    rooms.set(draftId, opening);
    try {
      const room = await opening;
      if (!room) rooms.delete(draftId);
      else {
        open.set(draftId, room);
        room.recheck = () => recheck(room);
        room.onRefused = (connection, reason) => refuse(room, connection, reason);
        told.set(room, peopleTeller(room));
      }
      return room;
    } catch (fault) {
      rooms.delete(draftId);
      throw fault;
    }
  }

  function leave(room: Room, connection: Connection): void {
    room.connections.delete(connection);
    remember(room, connection);
    room.broadcast(encode({ kind: "presence", by: connection.id, personId: connection.session.actor.personId, version: room.version(), caret: null }));
    told.get(room)?.();
    if (room.connections.size > 0) return;
    room.settle().catch((fault: unknown) => log.error({ err: fault, draftId: room.draftId }, "spell not kept"));
    setTimeout(() => {
      if (room.connections.size > 0 || open.get(room.draftId) !== room) return;
      open.delete(room.draftId);
      rooms.delete(room.draftId);
    }, idleBeforeUnload).unref();
  }

  /** Who had the text open for a while has read it as it stood when they left. */
  function remember(room: Room, { session, ready, openedAt }: Connection): void {
    if (!ready || Date.now() - openedAt < shortestReading) return;
    readDraft(session.actor, { draftId: room.draftId, version: room.version() }).catch((fault: unknown) => log.error({ err: fault, draftId: room.draftId }, "reading not kept"));
  }

  async function receive(room: Room, connection: Connection, frame: ClientFrame): Promise<void> {
    if (frame.kind === "hello") return greet(room, connection, frame.version);
    if (!connection.ready) return refuse(room, connection, "a frame before the greeting");
    if (frame.kind === "presence") {
      if (connection.pen)
        room.broadcast(encode({ kind: "presence", by: connection.id, personId: connection.session.actor.personId, version: frame.version, caret: frame.caret }), connection);
      return;
    }
    if (frame.draftId && frame.draftId !== room.draftId) {
      record(room, connection, "a push for another document");
      return connection.refuse("other-document", "This was sent for another document.");
    }
    if (!connection.pen) {
      record(room, connection, "a push by somebody who may only read");
      return connection.send({ kind: "pen", pen: null, reason: connection.reason });
    }
    if (Date.now() - connection.lastSeen > 60_000) {
      connection.lastSeen = Date.now();
      sawSession(connection.session.sessionId).catch(() => {});
    }
    room.push(connection, frame);
  }

  async function greet(room: Room, connection: Connection, version: number | null): Promise<void> {
    let steps: Awaited<ReturnType<Room["since"]>> = null;
    for (let tries = 0; version !== null && tries < 20; tries++) {
      if (version > room.version()) room.heard(version);
      steps = await room.since(connection.session.actor, version);
      // Ready and greeted in one go: no step can fall between the two.
      if (steps && version + steps.length === room.version()) break;
      steps = null;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const now = room.init();
    connection.send({
      kind: "init",
      connectionId: connection.id,
      personId: connection.session.actor.personId,
      version: now.version,
      snapshot: steps ? null : now,
      from: steps && version !== null ? version : now.version,
      batches: steps ? grouped(steps) : [],
      pen: connection.pen,
      reason: connection.reason,
    });
    connection.ready = true;
    tellLocks(room, connection);
    told.get(room)?.();
  }

  /** Asks again whether this person is signed in, sees the text and may write in it. */
  async function look(room: Room, connection: Connection, session: boolean): Promise<void> {
    if (session) {
      const still = await actorOfSession(connection.session.sessionId);
      if (!still) return connection.refuse("signed-out", "You have been signed out. Sign in again to go on; what was not stored is kept on this device.");
      connection.session = still;
    }
    const place = await placeOfDraft(connection.session.actor, room.draftId);
    if (!place.ok) return connection.refuse("gone", "This text is no longer open to you.");
    room.place = place.value;
    const { pen, reason } = place.value;
    const changed = pen !== connection.pen || reason !== connection.reason;
    connection.pen = pen;
    connection.reason = reason;
    if (changed && connection.ready) connection.send({ kind: "pen", pen, reason });
    if (changed) told.get(room)?.();
  }

  async function recheck(room: Room, whom: (connection: Connection) => boolean = () => true): Promise<void> {
    for (const connection of [...room.connections].filter(whom))
      await look(room, connection, true).catch((fault: unknown) => log.error({ err: fault }, "rights not asked"));
  }

  function recheckAll(): void {
    for (const room of open.values()) {
      room.heard(Number.MAX_SAFE_INTEGER);
      relock(room);
      void recheck(room);
    }
  }

  function hear(announcement: Announcement): void {
    if (announcement.kind === "draft.stepped") open.get(announcement.draftId)?.heard(announcement.version);
    else if (announcement.kind === "draft.frozen") {
      const room = open.get(announcement.draftId);
      if (room) void recheck(room);
    } else if (announcement.kind === "locks.changed") {
      const room = open.get(announcement.draftId);
      if (room) relock(room);
    } else if (announcement.kind === "threads.changed") open.get(announcement.draftId)?.broadcast(encode({ kind: "threads" }));
    else
      for (const room of open.values()) void recheck(room, ({ session }) => session.actor.personId === announcement.personId);
  }

  /** Hears who is gone without a word, and asks for rights again at least once a minute. */
  function beat(): void {
    beats += 1;
    const said = encode({ kind: "beat" });
    for (const room of open.values()) {
      for (const connection of room.connections) {
        if (!connection.alive) connection.socket.terminate();
        connection.alive = false;
        connection.socket.ping();
      }
      room.broadcast(said);
      if (beats % sessionsAskedEvery === 0) void recheck(room);
    }
  }

  function refuse(room: Room, connection: Connection, reason: string): void {
    record(room, connection, reason);
    connection.refuse("malformed", `This change was refused: ${reason.replace(/\.$/, "")}.`);
  }

  function record(room: Room, connection: Connection, reason: string): void {
    if (Date.now() - connection.lastRecorded < 10_000) return;
    connection.lastRecorded = Date.now();
    recordRefusedFrame(connection.session.actor, room.draftId, room.place.thing, reason, connection.pen === "suggest" ? "draft.suggest" : "draft.write").catch((fault: unknown) => log.error({ err: fault }, "refusal not recorded"));
  }

  async function close(): Promise<void> {
    clearInterval(timer);
    for (const room of open.values()) {
      for (const connection of room.connections) connection.socket.close(1001, "The server is stopping.");
      await room.settle().catch((fault: unknown) => log.error({ err: fault }, "spell not kept"));
    }
  }
}

function grouped(steps: readonly { step: { toJSON: () => unknown }; batchId: string }[]) {
  const batches: { batchId: string; steps: unknown[] }[] = [];
  for (const { step, batchId } of steps) {
    const last = batches.at(-1);
    if (last?.batchId === batchId) last.steps.push(step.toJSON());
    else batches.push({ batchId, steps: [step.toJSON()] });
  }
  return batches;
}
