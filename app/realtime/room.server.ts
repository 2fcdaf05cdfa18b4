import type { Node } from "@tiptap/pm/model";
import { Step } from "@tiptap/pm/transform";
import type { Pen, PushFrame, SentBatch } from "~/domain/drafting/frames";
import { documentSchema } from "~/editor/schema/document-schema";
import { readSteps, takeSteps } from "~/editor/authority";
import type { BatchedStep } from "~/editor/step-rebasing";
import { receiveSteps, type Push } from "~/commands/drafting/receive-steps.server";
import { keepSnapshot, keepSpell } from "~/commands/drafting/keep-text.server";
import { openText, stepsSince, type DraftPlace } from "~/queries/drafting/working-room.server";
import { log } from "~/http/log.server";
import type { PersonActor } from "~/http/session.server";
import { longestPause } from "~/domain/drafting/spells";
import { encode, type Connection, type Encoded } from "./connection.server";
import { guardsOf } from "./guards.server";
import { locksAgainst, locksFor, type RoomLocks } from "./room-locks.server";

const mostRemembered = 2_000;
const stepsBetweenSnapshots = 100;
/** Where each message goes to so many, what several people write within so many milliseconds goes out as one. */
const crowd = 50;
const betweenTurns = 25;
/** In milliseconds, after the database did not answer. */
const untilLookedAgain = 1_000;

type Waiting = { connection: Connection; push: PushFrame; tries: number };
type ShownText = { version: number; content: unknown };
type Taken = { waiting: Waiting; pen: NonNullable<Pen>; sent: SentBatch[] };

/** One working text, the people who have it open, and the queue of what they wrote. */
export type Room = {
  draftId: string;
  place: DraftPlace;
  locks: RoomLocks;
  connections: Set<Connection>;
  version: () => number;
  init: () => ShownText;
  since: (actor: PersonActor, version: number) => Promise<{ step: Step; batchId: string }[] | null>;
  push: (connection: Connection, frame: PushFrame) => void;
  /** Somebody wrote up to this version, here or in another process. */
  heard: (version: number) => void;
  broadcast: (message: Encoded, except?: Connection) => void;
  settle: () => Promise<void>;
  onRefused: (connection: Connection, reason: string) => void;
  recheck: () => Promise<void>;
};

/** `readSince` is handed in by tests only. */
export async function openRoom(actor: PersonActor, draftId: string, readSince = stepsSince): Promise<Room | null> {
  const opened = await openText(actor, draftId);
  if (!opened.ok) return null;
  const locks = await locksFor(actor, draftId);
  let { doc, version }: { doc: Node; version: number } = opened.value;
  let remembered: BatchedStep[] = [];
  let lastSnapshot = opened.value.snapshotVersion;
  let lastStepAt = 0;
  let lastTurnAt = 0;
  let announced = 0;
  let queue: Waiting[] = [];
  let working: Promise<void> | null = null;
  // Kept for those who come in together, and let go with the next collection: a text that is open and still is held once.
  let shown: WeakRef<ShownText> | null = null;

  const room: Room = {
    draftId,
    place: opened.value,
    locks,
    connections: new Set(),
    version: () => version,
    init: () => {
      const known = shown?.deref();
      if (known?.version === version) return known;
      const made = { version, content: doc.toJSON() as unknown };
      shown = new WeakRef(made);
      return made;
    },
    since: async (asker, from) => {
      if (from > version) return null;
      if (from >= version - remembered.length) return remembered.slice(remembered.length - (version - from));
      const found = await readSince(asker, { draftId, version: from });
      if (!found.ok) return null;
      return found.value.steps.filter((row) => row.version <= version).map((row) => ({ step: Step.fromJSON(documentSchema, row.step), batchId: row.batchId }));
    },
    push: (connection, push) => {
      queue.push({ connection, push, tries: 0 });
      work();
    },
    heard: (told) => {
      announced = Math.max(announced, told);
      work();
    },
    broadcast: (message, except) => {
      for (const connection of room.connections) if (connection !== except && connection.ready) connection.send(message);
    },
    settle: async () => {
      await working;
      if (version > lastSnapshot) await keepSnapshot(draftId, version, doc.toJSON());
      lastSnapshot = version;
      await keepSpell(draftId, { ended: true });
    },
    onRefused: () => {},
    recheck: async () => {},
  };
  return room;

  function work(): void {
    working ??= takeTurns().finally(() => (working = null));
  }

  /** Takes all that waits as one turn: whoever was late stands beside the others, not behind them. */
  async function takeTurns(): Promise<void> {
    while (queue.length > 0 || announced > version) {
      const early = room.connections.size > crowd ? lastTurnAt + betweenTurns - performance.now() : 0;
      if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
      lastTurnAt = performance.now();
      const turn = queue.filter(({ connection }) => connection.pen);
      const told = announced;
      queue = [];
      try {
        if (announced > version || turn.some(({ push }) => push.version > version)) await catchUp();
        if (turn.length > 0) await takeTurn(turn);
      } catch (fault) {
        announced = 0;
        // What was written elsewhere is looked for again; whoever wrote here sends it again.
        if (told > version) setTimeout(() => room.heard(told), untilLookedAgain).unref();
        log.error({ err: fault, draftId }, "steps not stored");
        for (const { connection, push } of turn)
          connection.send({ kind: "unstored", batchId: push.batches[0]?.batchId ?? "", reason: "Not stored: the database did not answer." });
      }
    }
  }

  /** Brings in what other processes stored. */
  async function catchUp(): Promise<void> {
    const asker = [...room.connections][0]?.session.actor ?? actor;
    // Forgotten before it is read, and not after: what is heard meanwhile is not in what is read.
    announced = 0;
    const found = await readSince(asker, { draftId, version });
    if (!found.ok) return;
    room.place = found.value;
    const batches: (SentBatch & { steps: unknown[] })[] = [];
    const from = version;
    for (const row of found.value.steps) {
      const step = Step.fromJSON(documentSchema, row.step);
      const applied = step.apply(doc);
      if (!applied.doc || row.version !== version + 1) throw new Error(`Step ${row.version} of draft ${draftId} does not fit.`);
      advance(applied.doc, [{ step, batchId: row.batchId }]);
      const last = batches.at(-1);
      if (last?.batchId === row.batchId) last.steps.push(row.step);
      else batches.push({ batchId: row.batchId, steps: [row.step] });
    }
    if (batches.length > 0) room.broadcast(encode({ kind: "steps", from, batches }));
  }

  async function takeTurn(turn: Waiting[]): Promise<void> {
    await endSpell();
    let next = doc;
    const taken: Taken[] = [];
    const written: BatchedStep[] = [];
    for (const waiting of turn) {
      const { connection, push } = waiting;
      const before = await room.since(connection.session.actor, push.version);
      const own = push.batches.map(({ batchId, steps }) => readSteps(batchId, steps));
      if (!before || own.some((steps) => steps === null)) {
        room.onRefused(connection, "a push that is not of this text");
        continue;
      }
      // The pen that the guards know is the one that the right is asked for.
      const { pen } = connection;
      if (!pen) continue;
      const ruling = takeSteps(next, [...before, ...written], own.flatMap((steps) => steps ?? []), push.caret, guardsOf(room, connection), locksAgainst(room, connection));
      if (!ruling.ok) {
        room.onRefused(connection, ruling.reason);
        continue;
      }
      // Told before the steps come that leave it out.
      if (ruling.leftOut) connection.send({ kind: "left-out", batchId: push.batches[0]?.batchId ?? "", reason: `${ruling.leftOut}.` });
      next = ruling.doc;
      written.push(...ruling.steps);
      taken.push({ waiting, pen, sent: batchesIn(waiting, ruling.steps, ruling.caret) });
    }
    const after = version;
    const pushes: Push[] = taken.flatMap(({ waiting, pen, sent }) =>
      sent.filter(({ steps }) => steps.length > 0).map(({ batchId, steps }) => ({ actor: waiting.connection.session.actor, pen, batchId, steps })),
    );
    const stored = pushes.length === 0 || (await receiveSteps(draftId, room.place.thing, after, pushes));
    if (stored !== true && !(stored.ok && stored.value)) return tryAgain(taken.map(({ waiting }) => waiting));
    advance(next, written);
    const batches = taken.flatMap(({ sent }) => sent);
    if (batches.length > 0) room.broadcast(encode({ kind: "steps", from: after, batches }));
    if (version - lastSnapshot >= stepsBetweenSnapshots) snapshot();
  }

  /** Somebody in another process was first, the text is frozen, or a right is gone: look again, then have another turn. */
  async function tryAgain(turn: Waiting[]): Promise<void> {
    await catchUp();
    if (turn.some(({ tries }) => tries > 0) || room.place.frozen) await room.recheck();
    for (const waiting of turn) if (++waiting.tries > 30) throw new Error("Others were first thirty times.");
    queue = [...turn, ...queue];
  }

  function advance(after: Node, steps: readonly BatchedStep[]): void {
    doc = after;
    version += steps.length;
    remembered.push(...steps);
    if (remembered.length > mostRemembered * 2) remembered = remembered.slice(-mostRemembered);
  }

  function snapshot(): void {
    lastSnapshot = version;
    keepSnapshot(draftId, version, doc.toJSON()).catch((fault: unknown) => log.error({ err: fault, draftId }, "snapshot not kept"));
  }

  async function endSpell(): Promise<void> {
    const now = Date.now();
    if (now - lastStepAt > longestPause) await keepSpell(draftId, { ended: false });
    lastStepAt = now;
  }
}

/** What is sent of a push: its batches as they were taken, also those of which nothing was left. */
function batchesIn({ connection, push }: Waiting, steps: readonly BatchedStep[], caret: PushFrame["caret"]): SentBatch[] {
  return push.batches.map(({ batchId }, at) => ({
    batchId,
    steps: steps.filter((taken) => taken.batchId === batchId).map(({ step }) => step.toJSON() as unknown),
    ...(at === push.batches.length - 1 ? { by: connection.id, personId: connection.session.actor.personId, caret } : {}),
  }));
}
