import { nanoid } from "nanoid";
import { Node } from "@tiptap/pm/model";
import type { EditorView } from "@tiptap/pm/view";
import { closing } from "~/domain/drafting/closing";
import type { CaretPlace, Pen, ServerFrame } from "~/domain/drafting/frames";
import { batchesOf, closeBatch, displacedBy, leftOutOf, nextBatches, receive, standingOf, takeUp } from "~/editor/collaboration";
import { suggestionRuling } from "~/editor/suggestions/ruling";
import { displacedWords, undoneMoves, unsentWords } from "~/editor/unsent-words";
import { setLocks } from "./clause-locks";
import { setCaret, setPeople } from "./carets";
import { draftingLine, type Broken } from "./drafting-line";
import { firstState, type DraftingState } from "./drafting-state";
import type { Journal, Kept } from "./journal";
import { asSent, goesNowhere, jsonOf, toGoOnWith } from "./kept-batches";

const patience = 3_000;

export type DraftingSession = ReturnType<typeof draftingSession>;

type Parts = { view: EditorView; draftId: string; personId: string; pen: Pen; schema: string; journal: Journal; show: (state: DraftingState) => void };

/** Keeps one editor and the server together: sends what is written, takes in what others wrote, comes back after a break. */
export function draftingSession({ view, draftId, personId, pen, schema, journal, show }: Parts) {
  let shown: DraftingState = { ...firstState, pen };
  let inFlight: { batchIds: Set<string>; since: number } | null = null;
  let troubled = false;
  let left: Kept[] = [];
  let caretTimer: ReturnType<typeof setTimeout> | undefined;
  const watch = setInterval(look, 1_000);
  const line = draftingLine({ draftId, schema, version: () => standingOf(view.state).version, hear, broken, signedOut });
  void journal.leftBehind().then((kept) => {
    left = kept;
    if (line.hasEnded()) return;
    takeUpKept({ offline: !navigator.onLine });
    show(shown);
    reveal({ keeps: journal.works() });
    line.connect();
  });

  return { changed, moved, isSaved, again: line.again, settled, leaveOut, stop };

  /** What an earlier page kept and what does not go on here is sent later as it is. */
  function takeUpKept({ offline: away }: { offline: boolean }): void {
    const standing = standingOf(view.state);
    const one = standing.unconfirmed.length > 0 ? null : toGoOnWith(left, standing, schema, away);
    if (!one) return;
    const base = one.version === standing.version ? standing.base : Node.fromJSON(view.state.schema, one.base);
    const taken = takeUp(view.state, { version: one.version, base, batches: one.batches }, nanoid);
    if (!taken) return;
    for (const transaction of taken.transactions) view.dispatch(transaction);
    left = left.filter((each) => each !== one);
    void keep().then(() => (journal.works() ? journal.remove(one.key) : null));
  }

  /** What was not stored here has found another place, such as a proposal. */
  async function settled(): Promise<void> {
    line.end();
    for (const { key } of left) await journal.remove(key);
    left = [];
    await journal.write(standingOf(view.state).version, [], null);
    stop();
  }

  /** Its writer gives up what will not go into the text: without it the text here is as the server has it. True when the page must begin anew. */
  async function leaveOut(): Promise<boolean> {
    if (line.hasEnded()) return settled().then(() => true);
    for (const { key } of left.filter((each) => goesNowhere(each, schema))) await journal.remove(key);
    left = left.filter((each) => !goesNowhere(each, schema));
    reveal({ unsent: null });
    return false;
  }

  /** Kept on the device before anything else: what is not stored, and where it will be needed the text it was written on. */
  function keep(): Promise<void> {
    const { version, base, unconfirmed } = standingOf(view.state);
    const batches = batchesOf(unconfirmed);
    // What is sent in several frames is sent from the text it was written on.
    const isLong = batches.length > 1 && (nextBatches(view.state)?.batches.length ?? 0) < batches.length;
    return journal.write(version, batches, line.isAway() || isLong ? jsonOf(base) : null).then(() => reveal({ keeps: journal.works() }));
  }

  function broken({ code, reason, first, final }: Broken): void {
    inFlight = null;
    if (code === closing.signedOut) signedOut(reason);
    if (final) return end(reason || "This change is too large to be stored.", code === closing.otherSchema);
    if (line.hasEnded()) return reveal({});
    if (first) takeUpKept({ offline: true });
    void keep();
    reveal({ connected: false });
  }

  /** The same ruling as the server's. */
  function onlySuggests(before: Node, after: Node): string | null {
    return suggestionRuling(before, after, personId);
  }

  /** The pen comes back with the next greeting, once somebody has signed in again. */
  function signedOut(reason = ""): void {
    reveal({ pen: null, reason: reason || "You have been signed out. Sign in again to go on; what is not stored is kept here.", signedOut: true, unsent: unsent() || null });
  }

  function end(reason: string, mustReload: boolean): void {
    line.end();
    view.setProps({ editable: () => false });
    reveal({ pen: null, reason, mustReload, unsent: unsent() || null });
  }

  /** What this page holds is its own person's, and is neither sent nor shown as somebody else's. */
  function somebodyElse(): void {
    end("Somebody else has signed in on this device. What was written here before is kept for its writer, and is not sent as theirs.", true);
    reveal({ unsent: null });
  }

  function hear(frame: ServerFrame): void {
    if (frame.kind === "init") {
      if (frame.personId !== personId) return somebodyElse();
      if (frame.snapshot && frame.version !== standingOf(view.state).version) return end("The text here is older than what the server can bring up to date. Copy what is not saved, then reload the page.", true);
      if (!take(frame.from, frame.batches)) return;
      line.greet();
      left = left.filter((each) => each.batches.length > 0 || void journal.remove(each.key));
      reveal({ connected: true, signedOut: false, pen: frame.pen, reason: frame.reason, unsent: frame.pen ? null : unsent() || null });
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
    else if (frame.kind === "locks") view.dispatch(setLocks(view.state, frame.locks));
    else if (frame.kind === "left-out") leftOut(frame.batchId, frame.reason);
    else if (frame.kind === "threads") reveal({ threadsHeard: shown.threadsHeard + 1 });
    else if (frame.kind === "refused") reveal({ reason: frame.reason });
  }

  /** What was not taken is about to leave the text: its words are shown for copying. */
  function leftOut(batchId: string, reason: string): void {
    const batch = [...left.flatMap(({ batches }) => batches), ...batchesOf(standingOf(view.state).unconfirmed)].find((each) => each.batchId === batchId);
    reveal({ reason, unsent: unsentWords(batch ? [...batch.steps] : []) || null });
  }

  /** False when it does not go together with the text here, and the line is begun anew. */
  function take(from: number, batches: Extract<ServerFrame, { kind: "steps" }>["batches"]): boolean {
    const displaced: unknown[] = [];
    try {
      const transaction = receive(view.state, from, batches, shown.pen === "suggest" ? onlySuggests : undefined);
      displaced.push(...displacedBy(transaction));
      view.dispatch(transaction);
    } catch {
      line.drop();
      return false;
    }
    for (const { batchId, by, personId: who = null, caret } of batches) {
      if (inFlight?.batchIds.delete(batchId)) continue;
      if (by && caret) view.dispatch(setCaret(view.state, by, who, caret));
    }
    if (inFlight?.batchIds.size === 0) inFlight = null;
    const stored = new Set(batches.map(({ batchId }) => batchId));
    for (const batch of left.flatMap((each) => each.batches)) {
      const found = batches.find(({ batchId }) => batchId === batch.batchId);
      if (found) displaced.push(...leftOutOf(batch.steps, found.steps));
    }
    tellDisplaced(displacedWords(displaced, view.state.doc), undoneMoves(displaced, view.state.doc));
    for (const kept of left.filter((each) => each.batches.every(({ batchId }) => stored.has(batchId)))) {
      left = left.filter((each) => each !== kept);
      void journal.remove(kept.key);
    }
    troubled = false;
    push();
    reveal({});
    return true;
  }

  /** Words that found no place any more, because others wrote or moved at the same place: told, and kept for copying. */
  function tellDisplaced(words: string, moves: readonly string[]): void {
    if (moves.length > 0) reveal({ notMoved: moves.map((title) => `“${title}”`).join(" and ") });
    if (words && words !== shown.unsent) reveal({ displaced: [shown.displaced, words].filter(Boolean).join("\n") });
  }

  /** What an earlier page could not send: the server puts it where it belongs now. */
  function sendLeftBehind(): void {
    for (const each of left) {
      const { version, batches } = each;
      if (shown.pen && !goesNowhere(each, schema)) line.say({ kind: "push", draftId, version, batches: batches.map(asSent), caret: null });
      else reveal({ unsent: unsent() || null });
    }
  }

  function push(): void {
    void keep();
    const next = nextBatches(view.state);
    if (!next || inFlight || !line.isGreeted() || !shown.pen) return;
    const { version, batches } = next;
    inFlight = { batchIds: new Set(batches.map(({ batchId }) => batchId)), since: Date.now() };
    const closed = closeBatch(view.state, batches.at(-1)?.batchId ?? "", nanoid);
    if (closed) view.dispatch(closed);
    const isAll = batches.length === batchesOf(standingOf(view.state).unconfirmed).length;
    line.say({ kind: "push", draftId, version, batches: batches.map(asSent), caret: isAll ? caretNow() : null });
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
      if (line.isGreeted() && shown.pen && unconfirmed.length === 0) line.say({ kind: "presence", version, caret: view.hasFocus() ? caretNow() : null });
    }, 200);
  }

  function caretNow(): CaretPlace {
    const { anchor, head } = view.state.selection;
    return { anchor, head };
  }

  function unsent(): string {
    const kept = [...left.flatMap(({ batches }) => batches), ...batchesOf(standingOf(view.state).unconfirmed)];
    return unsentWords(kept.flatMap(({ steps }) => steps));
  }

  function isSaved(): boolean {
    return left.length === 0 && standingOf(view.state).unconfirmed.length === 0;
  }

  function reveal(more: Partial<DraftingState>): void {
    const mustReload = more.mustReload ?? shown.mustReload;
    const stuck = !mustReload && !isSaved() && (line.hasEnded() || (line.isGreeted() && left.some((each) => goesNowhere(each, schema))));
    const late = stuck || troubled || (inFlight !== null && Date.now() - inFlight.since > patience) || !shown.pen;
    const saving = isSaved() ? "saved" : !line.isGreeted() ? "offline" : late && !more.pen ? "not-saved" : "saving";
    const kept = (more.pen === undefined ? shown.pen : more.pen) || isSaved() ? null : (shown.kept ?? keptForElsewhere());
    const next: DraftingState = { ...shown, ...more, saving, kept, stuck };
    if ((Object.keys(next) as (keyof DraftingState)[]).every((part) => next[part] === shown[part])) return;
    shown = next;
    show(shown);
  }

  /** All that is not stored, with the version it was written on, for a proposal to be made of it. */
  function keptForElsewhere(): DraftingState["kept"] {
    const { version, unconfirmed } = standingOf(view.state);
    if (unconfirmed.length > 0) return { version, batches: batchesOf(unconfirmed).map(asSent) };
    const [first] = left.filter(({ schema: builtFor, batches }) => builtFor === schema && batches.length > 0);
    return first ? { version: first.version, batches: first.batches.map(asSent) } : null;
  }

  function look(): void {
    line.look();
    reveal({});
  }

  function stop(): void {
    clearInterval(watch);
    clearTimeout(caretTimer);
    line.stop();
  }
}
