import WebSocket from "ws";

/**
 * Speaks the collaboration protocol from Node, without an editor: for tests, and for measuring.
 * @typedef {import("../../app/domain/drafting/frames").ServerFrame} ServerFrame
 * @typedef {{ [Kind in ServerFrame["kind"]]: Omit<Extract<ServerFrame, { kind: Kind }>, "kind"> }} Fields
 * What a frame of any kind may hold; its kind tells which of it is there.
 * @typedef {{ kind: ServerFrame["kind"] } & Fields["init"] & Fields["people"] & Fields["presence"] & Fields["locks"] & Fields["left-out"] & Fields["refused"]} Frame
 * @param {{ origin: string, cookie: string, draftId: string, schema: string | null, asOrigin?: string, address?: string }} where
 */
export async function connectTo({ origin, cookie, draftId, schema, asOrigin = origin, address = origin }) {
  const query = new URLSearchParams({ draft: draftId, ...(schema === null ? {} : { schema }) });
  const socket = new WebSocket(`${address.replace(/^http/, "ws")}/collaboration?${query}`, { headers: { cookie, origin: asOrigin } });
  /** @type {Frame[]} */
  const frames = [];
  /** @type {((frame: Frame) => void)[]} */
  const listeners = [];
  /** @type {Promise<{ code: number, reason: string }>} */
  const closed = new Promise((resolve) => socket.once("close", (code, reason) => resolve({ code, reason: String(reason) })));
  socket.on("message", (raw) => {
    const frame = JSON.parse(String(raw));
    frames.push(frame);
    for (const listener of [...listeners]) listener(frame);
  });
  await new Promise((resolve, reject) => {
    socket.once("open", resolve);
    socket.once("error", reject);
  });
  socket.on("error", () => {});
  return {
    socket,
    frames,
    closed,
    /** @param {unknown} frame */
    send: (frame) => socket.send(JSON.stringify(frame)),
    /** @param {(frame: Frame) => void} listener */
    onFrame: (listener) => void listeners.push(listener),
    /** The first frame, heard already or soon, that answers. @param {(frame: Frame) => boolean} answers @returns {Promise<Frame>} */
    heard: (answers, patience = 6_000) => {
      const known = frames.find(answers);
      if (known) return Promise.resolve(known);
      return new Promise((resolve, reject) => {
        const late = setTimeout(() => reject(new Error(`Not heard; heard instead: ${JSON.stringify(frames).slice(0, 2_000)}`)), patience);
        listeners.push((frame) => {
          if (!answers(frame)) return;
          clearTimeout(late);
          resolve(frame);
        });
      });
    },
    close: () => socket.close(),
  };
}

/** A step that types words at a place. @param {number} at @param {string} words */
export function typing(at, words) {
  return { stepType: "replace", from: at, to: at, slice: { content: [{ type: "text", text: words }] } };
}

/**
 * A step that suggests words at a place, as the person with this id.
 * @param {number} at @param {string} words @param {string} author @param {{ id?: string, moment?: string }} [more]
 */
export function suggestedTyping(at, words, author, { id = "suggested-1", moment = new Date().toISOString() } = {}) {
  const marks = [{ type: "insertion", attrs: { id, author, at: moment } }];
  return { stepType: "replace", from: at, to: at, slice: { content: [{ type: "text", text: words, marks }] } };
}
