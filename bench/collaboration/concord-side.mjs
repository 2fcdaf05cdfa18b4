import { newDraft } from "../support/world.mjs";
import { historyOf } from "../support/texts.mjs";
import { keysIn, remembering } from "./keys.mjs";
import { openSocket, until } from "./sockets.mjs";

/** Concord's protocol: steps with a version, stored before anybody hears of them. */
export async function concordSide({ concord, world }) {
  const readers = await Promise.all(Array.from({ length: 50 }, (_, at) => world.person(`Reader ${at}`, ["observer"])));
  const writers = await Promise.all(Array.from({ length: 30 }, (_, at) => world.person(`Writer ${at}`, ["drafter"])));
  const read = remembering((raw) => {
    const frame = JSON.parse(raw.toString());
    return frame.kind === "steps" ? { ...frame, keys: keysIn(JSON.stringify(frame.batches)) } : { ...frame, keys: [] };
  });
  const connect = (draftId, person, onMessage) =>
    openSocket(`${concord.origin.replace("http", "ws")}/collaboration?draft=${draftId}&schema=${world.schemaVersion}`, { headers: { cookie: person.cookie, origin: concord.origin }, onMessage });

  async function newText(text) {
    const { draftId } = await newDraft(world, writers[0], text.content);
    return {
      watch: (at, onKeys) => watch(draftId, readers[at % readers.length], onKeys),
      write: (at, onKeys) => write(draftId, text, at, writers[at % writers.length], onKeys),
      edit: (edits) => edit(draftId, text, edits),
      open: () => open(draftId),
    };
  }

  async function greeted(draftId, person, onFrame) {
    let init = null;
    const socket = await connect(draftId, person, (raw) => {
      const frame = read(raw);
      if (frame.kind === "init") init = frame;
      onFrame(frame);
    });
    socket.send(JSON.stringify({ kind: "hello", version: null }));
    await until(() => init, "the text");
    return { socket, init };
  }

  async function watch(draftId, person, onKeys) {
    return (await greeted(draftId, person, ({ keys }) => keys.length > 0 && onKeys(keys))).socket;
  }

  /** Types at the end of a paragraph of its own, one push under way at a time, as the editor does. */
  async function write(draftId, text, at, person, onKeys) {
    let place = text.paragraphs[at].to;
    let waiting = [];
    let underWay = null;
    let version = 0;
    const push = () => {
      if (underWay || waiting.length === 0) return;
      underWay = waiting;
      waiting = [];
      const batches = underWay.map((letter, ahead) => ({ batchId: nameOf(at, letter), steps: [typed(place + ahead, letter)] }));
      const caret = place + underWay.length;
      socket.send(JSON.stringify({ kind: "push", version, batches, caret: { anchor: caret, head: caret } }));
    };
    const { socket, init } = await greeted(draftId, person, (frame) => {
      if (frame.kind === "refused" || frame.kind === "unstored") throw new Error(frame.reason);
      if (frame.kind !== "steps") return;
      for (const { batchId, steps } of frame.batches) {
        for (const step of steps) {
          if (step.from <= place) place += 1;
          version += 1;
        }
        if (underWay && batchId === nameOf(at, underWay.at(-1))) underWay = null;
      }
      onKeys(frame.keys);
      push();
    });
    version = init.version;
    return { socket, type: (letter) => (waiting.push(letter), push()) };
  }

  async function edit(draftId, text, edits) {
    let version = 0;
    const { socket } = await greeted(draftId, writers[0], (frame) => {
      if (frame.kind === "refused") throw new Error(frame.reason);
      if (frame.kind === "steps") version += frame.batches.reduce((sum, { steps }) => sum + steps.length, 0);
    });
    const steps = [...historyOf(text, edits)].map(({ at, letter }) => (letter ? typed(at, letter) : { stepType: "replace", from: at - 1, to: at }));
    for (let from = 0; from < steps.length; from += 500) {
      const part = steps.slice(from, from + 500);
      socket.send(JSON.stringify({ kind: "push", version, batches: [{ batchId: `history-${from}`, steps: part }], caret: null }));
      await until(() => version === from + part.length, "the history to be stored");
    }
    socket.close();
  }

  /** Until the text is there as JSON: putting it into an editor is left out, here and beside. */
  async function open(draftId) {
    const begun = performance.now();
    let taken = Number.NaN;
    const socket = await connect(draftId, readers[0], (raw) => {
      if (JSON.parse(raw.toString()).kind === "init") taken = performance.now() - begun;
    });
    socket.send(JSON.stringify({ kind: "hello", version: null }));
    await until(() => taken > 0, "the text");
    const bytes = socket._socket.bytesRead;
    socket.close();
    return { taken, bytes };
  }

  return { pid: concord.pid, inspector: concord.inspector, newText };
}

function nameOf(writer, letter) {
  return `key-${writer}-${letter.codePointAt(0)}`;
}

function typed(at, letter) {
  return { stepType: "replace", from: at, to: at, slice: { content: [{ type: "text", text: letter }] } };
}
