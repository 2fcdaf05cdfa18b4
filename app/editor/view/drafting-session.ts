import { nanoid } from "nanoid";
import type { EditorView } from "@tiptap/pm/view";
import { closing } from "~/domain/drafting/closing";
import type { CaretPlace, ClientFrame, ServerFrame } from "~/domain/drafting/frames";
import { batchesOf, closeBatch, nextBatch, receive, standingOf } from "~/editor/collaboration";
import { unsentWords } from "~/editor/unsent-words";
import { setCaret, setPeople } from "./carets";
import { firstState, type DraftingState } from "./drafting-state";
import type { Journal, Kept } from "./journal";

const silence = 25_000;
const patience = 3_000;

type Parts = { view: EditorView; draftId: string; schema: string; journal: Journal; show: (state: DraftingState) => void };

/** Keeps one editor and the server together: sends what is written, takes in what others wrote, comes back after a break. */
export function draftingSession({ view, draftId, schema, journal, show }: Parts) {
  let shown: DraftingState = firstState;
  let socket: WebSocket | null = null;
  let greeted = false;
  let ended = false;
  let attempts = 0;
  let inFlight: { batchId: string; since: number } | null = null;
  let troubled = false;
  let left: Kept[] = [];
  let retry: ReturnType<typeof setTimeout> | undefined;
  let caretTimer: ReturnType<typeof setTimeout> | undefined;
  let lastHeard = Date.now();
  const watch = setInterval(look, 1_000);
  const online = () => connect();
  window.addEventListener("online", online);
  void journal.leftBehind().then((kept) => {
    left = kept;
    connect();
  });

  return { changed, moved, isSaved, stop };

  function connect(): void {
    if (ended || socket) return;
    clearTimeout(retry);
    const address = new URL("/collaboration", window.location.href);
    address.protocol = address.protocol.replace("http", "ws");
    address.search = new URLSearchParams({ draft: draftId, schema }).toString();
    const opening = new WebSocket(address);
    let opened = false;
    socket = opening;
    lastHeard = Date.now();
    opening.onopen = () => {
      opened = true;
      say({ kind: "hello", version: standingOf(view.state).version });
    };
    opening.onmessage = ({ data }) => socket === opening && hear(JSON.parse(String(data)) as ServerFrame);
    opening.onclose = ({ code, reason }) => {
      if (socket !== opening) return;
      if (!opened) void askWhy();
      lost(code, reason);
    };
  }

  function lost(code = 0, reason = ""): void {
    socket = null;
    greeted = false;
    inFlight = null;
    if (code === closing.signedOut) signedOut(reason);
    if (([closing.refused, closing.otherSchema, closing.gone] as number[]).includes(code) || code === 1009) return end(reason || "This change is too large to be stored.", code === closing.otherSchema);
    reveal({});
    if (!ended) retry = setTimeout(connect, Math.min(15_000, 300 * 2 ** attempts++) * (0.5 + Math.random() / 2));
  }

  /** A browser is not told why a socket was not opened; the page itself is. */
  async function askWhy(): Promise<void> {
    const page = await fetch(window.location.href, { method: "HEAD", redirect: "manual" }).catch(() => null);
    if (page?.type === "opaqueredirect") signedOut();
  }

  /** The pen comes back with the next greeting, once somebody has signed in again. */
  function signedOut(reason = ""): void {
    reveal({ pen: null, reason: reason || "You have been signed out. Sign in again in another tab; what is not stored is kept here.", unsent: unsent() || null });
  }

  function end(reason: string, mustReload: boolean): void {
    ended = true;
    socket?.close();
    socket = null;
    view.setProps({ editable: () => false });
    reveal({ pen: null, reason, mustReload, unsent: unsent() || null });
  }

  function hear(frame: ServerFrame): void {
    lastHeard = Date.now();
    if (frame.kind === "init") {
      if (frame.snapshot && frame.version !== standingOf(view.state).version) return end("The text here is older than what the server can bring up to date. Copy what is not saved, then reload the page.", true);
      take(frame.from, frame.batches);
      attempts = 0;
      greeted = true;
      reveal({ pen: frame.pen, reason: frame.reason, unsent: frame.pen ? null : unsent() || null });
      sendLeftBehind();
      push();
    } else if (frame.kind === "steps") take(frame.from, frame.batches);
    else if (frame.kind === "unstored") {
      troubled = true;
      inFlight = null;
      setTimeout(push, 1_000);
      reveal({});
    } else if (frame.kind === "pen") {
      inFlight = null;
      reveal({ pen: frame.pen, reason: frame.reason, unsent: frame.pen ? null : unsent() || null });
      push();
    } else if (frame.kind === "people") {
      view.dispatch(setPeople(view.state, frame.people));
      reveal({ people: frame.people, more: frame.more });
    } else if (frame.kind === "presence") view.dispatch(setCaret(view.state, frame.by, frame.personId, frame.caret));
    else if (frame.kind === "threads") reveal({ threadsHeard: shown.threadsHeard + 1 });
    else if (frame.kind === "refused") reveal({ reason: frame.reason });
  }

  function take(from: number, batches: Extract<ServerFrame, { kind: "steps" }>["batches"]): void {
    try {
      view.dispatch(receive(view.state, from, batches));
    } catch {
      socket?.close();
      return lost();
    }
    for (const { batchId, by, personId = null, caret } of batches) {
      if (batchId === inFlight?.batchId) inFlight = null;
      else if (by && caret) view.dispatch(setCaret(view.state, by, personId, caret));
    }
    const stored = new Set(batches.map(({ batchId }) => batchId));
    for (const kept of left.filter((each) => each.batches.every(({ batchId }) => stored.has(batchId)))) {
      left = left.filter((each) => each !== kept);
      void journal.remove(kept.key);
    }
    troubled = false;
    push();
    reveal({});
  }

  /** What an earlier page could not send: the server puts it where it belongs now. */
  function sendLeftBehind(): void {
    for (const { schema: builtFor, version, batches } of left) {
      if (builtFor === schema && shown.pen) say({ kind: "push", draftId, version, batches: batches.map(asSent), caret: null });
      else reveal({ unsent: unsent() || null });
    }
  }

  function push(): void {
    const batch = nextBatch(view.state);
    void journal.write(standingOf(view.state).version, batchesOf(standingOf(view.state).unconfirmed));
    if (!batch || inFlight || !greeted || !shown.pen) return;
    inFlight = { batchId: batch.batchId, since: Date.now() };
    const closed = closeBatch(view.state, batch.batchId, nanoid);
    if (closed) view.dispatch(closed);
    say({ kind: "push", draftId, version: batch.version, batches: [asSent(batch)], caret: batchesOf(standingOf(view.state).unconfirmed).length === 1 ? caretNow() : null });
  }

  /** The text was changed here. */
  function changed(): void {
    push();
    reveal({});
  }

  /** The cursor moved without a change: told at most five times a second, and only when places mean the same on both sides. */
  function moved(): void {
    caretTimer ??= setTimeout(() => {
      caretTimer = undefined;
      const { unconfirmed, version } = standingOf(view.state);
      if (greeted && shown.pen && unconfirmed.length === 0) say({ kind: "presence", version, caret: view.hasFocus() ? caretNow() : null });
    }, 200);
  }

  function caretNow(): CaretPlace {
    const { anchor, head } = view.state.selection;
    return { anchor, head };
  }

  function say(frame: ClientFrame): void {
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame));
  }

  function unsent(): string {
    const kept = [...left.flatMap(({ batches }) => batches), ...batchesOf(standingOf(view.state).unconfirmed)];
    return unsentWords(kept.flatMap(({ steps }) => steps));
  }

  function isSaved(): boolean {
    return left.length === 0 && standingOf(view.state).unconfirmed.length === 0;
  }

  function reveal(more: Partial<DraftingState>): void {
    const late = troubled || (inFlight !== null && Date.now() - inFlight.since > patience) || !shown.pen;
    const saving = isSaved() ? "saved" : !greeted ? "offline" : late && !more.pen ? "not-saved" : "saving";
    const next: DraftingState = { ...shown, ...more, saving };
    if ((Object.keys(next) as (keyof DraftingState)[]).every((part) => next[part] === shown[part])) return;
    shown = next;
    show(shown);
  }

  function look(): void {
    if (socket && Date.now() - lastHeard > silence) {
      socket.close();
      lost();
    }
    reveal({});
  }

  function stop(): void {
    ended = true;
    clearInterval(watch);
    clearTimeout(retry);
    clearTimeout(caretTimer);
    window.removeEventListener("online", online);
    socket?.close(1000);
  }
}

function asSent({ batchId, steps }: { batchId: string; steps: readonly unknown[] }) {
  return { batchId, steps: steps as { stepType: string }[] };
}
