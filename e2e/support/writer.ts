import type { ServerFrame } from "../../app/domain/drafting/frames";
import { Node } from "@tiptap/pm/model";
import { EditorState } from "@tiptap/pm/state";
import { nanoid } from "nanoid";
import { batchesOf, closeBatch, collaboration, nextBatch, receive, standingOf } from "../../app/editor/collaboration";
import { documentSchema, schemaVersion } from "../../app/editor/schema/document-schema";
import { connectTo } from "./protocol-client.mjs";

type Where = { origin: string; address?: string; cookie: string; draftId: string };
export type Writer = Awaited<ReturnType<typeof writer>>;

/**
 * Somebody who writes without a screen and comes back after every break, as the page does. `saved` are the tokens that a
 * page would have shown under "Saved": typed, and nothing of one's own left that is not stored.
 */
export async function writer(where: Where) {
  let socket: Awaited<ReturnType<typeof connectTo>> | null = null;
  let state: EditorState | null = null;
  let inFlight: string | null = null;
  let ended = false;
  let greeted = false;
  let breaks = 0;
  const typed: string[] = [];
  const saved = new Set<string>();
  const refused: string[] = [];
  let unstored = 0;

  await connect();
  const stand = (): EditorState => {
    if (!state) throw new Error("Not greeted yet.");
    return state;
  };

  return {
    /** Types a token at the end of the first paragraph of a clause. */
    type: (token: string, clauseId?: string) => {
      typed.push(token);
      const before = stand();
      state = before.apply(before.tr.insertText(`${token} `, endOf(before.doc, clauseId)));
      push();
    },
    apply: (change: (state: EditorState) => EditorState) => {
      state = change(stand());
      push();
    },
    isSaved: () => state !== null && standingOf(state).unconfirmed.length === 0,
    state: stand,
    version: () => standingOf(stand()).version,
    text: () => JSON.stringify(stand().doc.toJSON()),
    check: () => stand().doc.check(),
    typed,
    saved,
    refused,
    unstored: () => unstored,
    breaks: () => breaks,
    greeted: () => greeted,
    /** As a laptop that is closed: nothing is said. */
    cut: () => socket?.socket.terminate(),
    kept: () => ({ version: standingOf(stand()).version, batches: batchesOf(standingOf(stand()).unconfirmed) }),
    end: () => {
      ended = true;
      socket?.socket.terminate();
    },
  };

  async function connect(): Promise<void> {
    for (let wait = 50; !ended; wait = Math.min(1_000, wait * 2)) {
      try {
        const opened = await connectTo({ ...where, schema: schemaVersion });
        socket = opened;
        opened.onFrame(hear);
        void opened.closed.then(() => {
          greeted = false;
          inFlight = null;
          breaks += 1;
          if (!ended) void connect().catch(() => {});
        });
        opened.send({ kind: "hello", version: state ? standingOf(state).version : null });
        if (!state) await opened.heard(({ kind }) => kind === "init");
        return;
      } catch (fault) {
        if (!state && wait >= 1_000) throw fault;
        await new Promise((resolve) => setTimeout(resolve, wait));
      }
    }
  }

  function hear(frame: ServerFrame): void {
    if (frame.kind === "init") {
      if (!state && frame.snapshot) state = EditorState.create({ doc: Node.fromJSON(documentSchema, frame.snapshot.content), plugins: [collaboration(frame.version, nanoid)] });
      else take(frame);
      greeted = true;
      push();
    } else if (frame.kind === "steps") {
      take(frame);
      push();
    } else if (frame.kind === "unstored") {
      unstored += 1;
      inFlight = null;
      setTimeout(push, 300);
    } else if (frame.kind === "refused") refused.push(frame.reason);
  }

  function take(frame: Pick<Extract<ServerFrame, { kind: "steps" }>, "from" | "batches">): void {
    if (!state) return;
    if (frame.from > standingOf(state).version) return void socket?.socket.terminate();
    state = state.apply(receive(state, frame.from, frame.batches));
    if (frame.batches.some(({ batchId }) => batchId === inFlight)) inFlight = null;
    if (standingOf(state).unconfirmed.length === 0) for (const token of typed) saved.add(token);
  }

  function push(): void {
    if (!state || inFlight || !greeted) return;
    const batch = nextBatch(state);
    if (!batch) return;
    inFlight = batch.batchId;
    const closed = closeBatch(state, batch.batchId, nanoid);
    if (closed) state = state.apply(closed);
    socket?.send({ kind: "push", draftId: where.draftId, version: batch.version, batches: [{ batchId: batch.batchId, steps: batch.steps }], caret: null });
  }
}

function endOf(doc: Node, clauseId?: string): number {
  let found: number | null = null;
  doc.descendants((node, at) => {
    if (found !== null) return false;
    if (node.type.name === "clause" && clauseId !== undefined && node.attrs.id !== clauseId) return true;
    if (node.type.name === "paragraph") {
      const inside = doc.resolve(at);
      const clauses = Array.from({ length: inside.depth + 1 }, (_, depth) => inside.node(depth)).filter(({ type }) => type.name === "clause");
      if (clauseId === undefined || clauses.some(({ attrs }) => attrs.id === clauseId)) found = at + node.nodeSize - 1;
    }
    return true;
  });
  if (found === null) throw new Error(`There is no clause ${clauseId}.`);
  return found;
}

/** Waits for what should come soon. */
export async function until(is: () => boolean | Promise<boolean>, patience: number, what: string): Promise<number> {
  const begun = Date.now();
  while (!(await is())) {
    if (Date.now() - begun > patience) throw new Error(`${what}: not within ${patience} ms`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return Date.now() - begun;
}
