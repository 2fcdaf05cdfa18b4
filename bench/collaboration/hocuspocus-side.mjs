import { randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import { HocuspocusProvider, HocuspocusProviderWebsocket } from "@hocuspocus/provider";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import WebSocket from "ws";
import * as Y from "yjs";
import { answering, freePort, startNode } from "../support/processes.mjs";
import { historyOf } from "../support/texts.mjs";
import { keysIn, remembering } from "./keys.mjs";
import { openSocket, until } from "./sockets.mjs";

const kinds = { sync: 0, signIn: 2 };
const sync = { firstStep: 0, secondStep: 1, update: 2 };

/** The same things said in the protocol of Hocuspocus. */
export async function hocuspocusSide() {
  const [port, inspector] = [await freePort(), await freePort()];
  const server = startNode([`--inspect=127.0.0.1:${inspector}`, fileURLToPath(new URL("hocuspocus-server.mjs", import.meta.url))], { env: { PORT: String(port), NODE_ENV: "production" } });
  await answering(`http://127.0.0.1:${port}/`, server);
  const address = `ws://127.0.0.1:${port}`;

  const read = remembering((raw) => {
    const decoder = decoding.createDecoder(raw);
    decoding.readVarString(decoder);
    if (decoding.readVarUint(decoder) !== kinds.sync) return { keys: [] };
    const kind = decoding.readVarUint(decoder);
    if (kind !== sync.update) return { kind, keys: [] };
    const { structs } = Y.decodeUpdate(decoding.readVarUint8Array(decoder));
    return { kind, keys: keysIn(structs.map(({ content }) => content?.str ?? "").join("")) };
  });

  async function newText(text) {
    const name = randomUUID();
    const { doc, paragraphs } = documentOf(text);
    const first = await greeted(name, () => {});
    first.send(message(name, sync.update, Y.encodeStateAsUpdate(doc)));
    return {
      watch: (_at, onKeys) => greeted(name, onKeys),
      write: (at, onKeys) => write(name, doc, at, onKeys),
      edit: (edits) => edit(first, name, doc, paragraphs, text, edits),
      open: () => open(name),
    };
  }

  async function greeted(name, onKeys) {
    let ready = false;
    const socket = await openSocket(address, {
      onMessage: (raw) => {
        const { kind, keys } = read(raw);
        if (kind === sync.secondStep) ready = true;
        if (keys.length > 0) onKeys(keys);
      },
    });
    socket.send(said(name, kinds.signIn, (encoder) => {
      encoding.writeVarUint(encoder, 0);
      encoding.writeVarString(encoder, "");
      encoding.writeVarString(encoder, "4.8.0");
    }));
    socket.send(message(name, sync.firstStep, Y.encodeStateVector(new Y.Doc())));
    await until(() => ready, "Hocuspocus to send the text");
    return socket;
  }

  /** A writer's own letters follow one another, so it need not take in the others' to type on: the driver stays light. */
  async function write(name, shared, at, onKeys) {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(shared));
    const words = paragraphsOf(doc)[at];
    const socket = await greeted(name, onKeys);
    doc.on("update", (update) => socket.send(message(name, sync.update, update)));
    return { socket, type: (letter) => (words.insert(words.length, letter), onKeys(keysIn(letter))) };
  }

  async function edit(socket, name, doc, paragraphs, text, edits) {
    doc.on("update", (update) => socket.send(message(name, sync.update, update)));
    for (const { paragraph, at, letter } of historyOf(text, edits)) {
      const place = at - text.paragraphs[paragraph].from;
      if (letter) paragraphs[paragraph].insert(place, letter);
      else paragraphs[paragraph].delete(place - 1, 1);
    }
    const { bytes } = await open(name);
    if (!bytes) throw new Error("Hocuspocus has lost the text.");
  }

  /** Until the provider says that the document is there. */
  async function open(name) {
    let socket = null;
    class Counted extends WebSocket {
      constructor(...given) {
        super(...given);
        socket = this;
      }
    }
    const begun = performance.now();
    const websocketProvider = new HocuspocusProviderWebsocket({ url: address, WebSocketPolyfill: Counted });
    const doc = new Y.Doc();
    let taken = Number.NaN;
    const provider = new HocuspocusProvider({ websocketProvider, name, document: doc, awareness: null, onSynced: () => (taken = performance.now() - begun) });
    provider.attach();
    await until(() => taken > 0, "Hocuspocus to be in sync");
    const bytes = socket._socket.bytesRead;
    provider.destroy();
    websocketProvider.destroy();
    return { taken, bytes };
  }

  return { pid: server.pid, inspector, newText };
}

function documentOf({ content }) {
  const doc = new Y.Doc();
  const element = (node) => {
    if (node.type === "text") return new Y.XmlText(node.text);
    const made = new Y.XmlElement(node.type);
    if (node.attrs) made.setAttribute("id", node.attrs.id);
    made.insert(0, node.content.map(element));
    return made;
  };
  doc.transact(() => doc.getXmlFragment("default").insert(0, content.content.map(element)));
  return { doc, paragraphs: paragraphsOf(doc) };
}

function paragraphsOf(doc) {
  return doc.getXmlFragment("default").toArray().flatMap((clause) => clause.toArray().filter(({ nodeName }) => nodeName === "paragraph")).map((paragraph) => paragraph.get(0));
}

function message(name, kind, body) {
  return said(name, kinds.sync, (encoder) => {
    encoding.writeVarUint(encoder, kind);
    encoding.writeVarUint8Array(encoder, body);
  });
}

function said(name, kind, write) {
  const encoder = encoding.createEncoder();
  encoding.writeVarString(encoder, name);
  encoding.writeVarUint(encoder, kind);
  write(encoder);
  return encoding.toUint8Array(encoder);
}
