import { Extension } from "@tiptap/core";
import { Fragment, Slice, type Node } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from "@tiptap/pm/state";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";
import { standingOf } from "~/editor/collaboration";
import { anchorsOf, clauseAt } from "~/editor/comments/anchors";
import type { ShownThreads } from "~/editor/comments/shown-thread";
import { threadPlaces, type ThreadPlace } from "~/editor/comments/thread-places";
import { wordsBetween } from "~/editor/comments/words";
import { say } from "./say";

/** Words that somebody is about to comment on. */
export type Composing = { from: number; to: number; quote: string; clauseId: string };
export type CommentsView = { known: ShownThreads | null; places: ReadonlyMap<string, ThreadPlace>; active: string | null; composing: Composing | null; drawn: DecorationSet };
type Told = Partial<Pick<CommentsView, "known" | "active" | "composing">>;

const key = new PluginKey<CommentsView>("comments");

/** Shows the anchors of threads in the text, opens a thread where one presses on its words, and keeps anchors single when words are pasted. */
export const CommentAnchors = Extension.create({ name: "commentAnchors", addProseMirrorPlugins: () => [commentAnchors()] });

export function commentsView(state: EditorState): CommentsView | null {
  return key.getState(state) ?? null;
}

export function tellComments(state: EditorState, told: Told): Transaction {
  return state.tr.setMeta(key, told).setMeta("addToHistory", false);
}

/** Begins a comment on the chosen words, or on the word that the caret stands in; where there is none, says what to do. Opens the panel in which it is written. */
export function beginComment(view: EditorView): boolean {
  const { from, to } = chosenOrWord(view.state);
  const quote = wordsBetween(view.state.doc, from, to);
  if (quote === "") {
    say(view, "Choose the words that your comment is about, then press Comment.");
    return false;
  }
  view.dispatch(tellComments(view.state, { composing: { from, to, quote, clauseId: clauseAt(view.state.doc.resolve(from)) }, active: null }));
  openComments();
  return true;
}

function chosenOrWord({ selection }: EditorState): { from: number; to: number } {
  if (!selection.empty) return selection;
  const { parent, parentOffset, pos } = selection.$from;
  const letters = parent.textBetween(0, parent.content.size, undefined, "\ufffc");
  for (const { 0: word, index } of letters.matchAll(/[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}'’-]*[\p{L}\p{M}\p{N}])?/gu))
    if (index <= parentOffset && parentOffset <= index + word.length) return { from: pos - parentOffset + index, to: pos - parentOffset + index + word.length };
  return selection;
}

/** Opens the panel beside the text, if it is not open. */
export function openComments(): void {
  document.querySelector<HTMLElement>('[data-panel="comments"][aria-expanded="false"]')?.click();
}

/** Brings the words of a thread into sight, with the caret before them. */
export function showAnchor(view: EditorView, at: number): void {
  const place = Math.min(at, view.state.doc.content.size);
  // Only a selection in a text that has the focus is brought into sight.
  view.focus();
  view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(place))).scrollIntoView());
}

/** Where chosen words stand in the text as the server has it, once everything written here is stored there. */
export async function storedPlace(view: EditorView): Promise<{ version: number; from: number; to: number } | null> {
  for (let turn = 0; turn < 40 && standingOf(view.state).unconfirmed.length > 0; turn++) await new Promise((resolve) => setTimeout(resolve, 100));
  const { composing } = commentsView(view.state) ?? {};
  const { version, unconfirmed } = standingOf(view.state);
  return composing && unconfirmed.length === 0 && composing.to > composing.from ? { version, from: composing.from, to: composing.to } : null;
}

function commentAnchors(): Plugin<CommentsView> {
  return new Plugin<CommentsView>({
    key,
    state: {
      init: () => ({ known: null, places: new Map(), active: null, composing: null, drawn: DecorationSet.empty }),
      apply(transaction, before, old, state) {
        const told = transaction.getMeta(key) as Told | undefined;
        if (!told && !transaction.docChanged) return before;
        const { known, active, composing } = { ...before, ...told };
        const moved = composing && !told?.composing ? { ...composing, from: transaction.mapping.map(composing.from, 1), to: transaction.mapping.map(composing.to, -1) } : composing;
        const places = known ? threadPlaces(state.doc, versionOf(old) + transaction.steps.length, known.threads) : before.places;
        return { known, places, active, composing: moved, drawn: draw(state.doc, { known, places, active, composing: moved }) };
      },
    },
    props: {
      decorations: (state) => key.getState(state)?.drawn,
      handleDOMEvents: {
        keydown: (view, event) => {
          const asked = (event.ctrlKey || event.metaKey) && event.altKey && event.code === "KeyM";
          if (!asked) return false;
          event.preventDefault();
          beginComment(view);
          return true;
        },
        click: (view, event) => {
          const found = view.posAtCoords({ left: event.clientX, top: event.clientY });
          // A tap has unmade an older choice on the page before the editor has heard of it.
          const isPressed = view.dom.ownerDocument.getSelection()?.isCollapsed !== false;
          const thread = found && isPressed ? threadAt(view.state, found.pos) : null;
          if (thread) {
            view.dispatch(tellComments(view.state, { active: thread }));
            openComments();
          }
          return false;
        },
      },
      transformPasted: (slice, view) => withoutCopies(slice, view),
    },
  });
}

function versionOf(state: EditorState): number {
  const { version, unconfirmed } = standingOf(state);
  return version + unconfirmed.length;
}

/** The shortest open thread at a place: of two that overlap, the one inside. */
function threadAt(state: EditorState, at: number): string | null {
  const { known, places } = commentsView(state) ?? {};
  const here = (known?.threads ?? []).flatMap(({ id, resolvedAt }) => {
    const place = places?.get(id);
    return resolvedAt === null && place?.kind === "words" && place.from <= at && at <= place.to ? [{ id, length: place.to - place.from }] : [];
  });
  return here.sort((one, other) => one.length - other.length)[0]?.id ?? null;
}

/** The open anchors, cut into stretches so that one sees where two overlap. */
function draw(doc: Node, { known, places, active, composing }: Omit<CommentsView, "drawn">): DecorationSet {
  const shown = (known?.threads ?? []).flatMap(({ id, resolvedAt }) => {
    const place = places.get(id);
    return place?.kind === "words" && (resolvedAt === null || id === active) ? [{ id, from: place.from, to: place.to }] : [];
  });
  if (composing && composing.to > composing.from) shown.push({ id: "", from: composing.from, to: composing.to });
  const cuts = [...new Set(shown.flatMap(({ from, to }) => [from, to]))].sort((one, other) => one - other);
  const stretches = cuts.slice(0, -1).flatMap((from, index) => {
    const to = cuts[index + 1] ?? from;
    const over = shown.filter((each) => each.from <= from && each.to >= to);
    if (over.length === 0) return [];
    const now = over.some(({ id }) => id === active || id === "");
    return [Decoration.inline(from, to, { class: ["comment-anchor", over.length > 1 ? "several" : "", now ? "current" : ""].filter(Boolean).join(" ") })];
  });
  return DecorationSet.create(doc, stretches);
}

/** A thread has one place: what is pasted brings an anchor along only if its words are no longer elsewhere in the text, and only one of this text's threads. */
export function withoutCopies(slice: Slice, view: Pick<EditorView, "state"> & { dragging?: { move: boolean } | null }): Slice {
  const { state } = view;
  const { known } = commentsView(state) ?? {};
  const { from, to } = state.selection;
  const leaving = view.dragging?.move === false ? 0 : to - from;
  const staying = new Set(anchorsOf(leaving > 0 ? state.tr.delete(from, to).doc : state.doc).map(({ thread }) => thread));
  const own = known && new Set(known.threads.map(({ id }) => id));
  return new Slice(cleaned(slice.content, (thread) => own?.has(thread) !== false && !staying.has(thread)), slice.openStart, slice.openEnd);
}

function cleaned(content: Fragment, keeps: (thread: string) => boolean): Fragment {
  const nodes: Node[] = [];
  content.forEach((node) => {
    const marks = node.marks.filter(({ type, attrs }) => type.name !== "comment" || keeps(String(attrs.thread)));
    nodes.push((node.isText ? node : node.copy(cleaned(node.content, keeps))).mark(marks));
  });
  return Fragment.fromArray(nodes);
}
